// PouchDB's laptops on LevelDB: a line of JSON says what to do, a line of JSON says how many documents it was.
// `node laptops.js FOLDER`; ends with its input.
const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const PouchDB = require("pouchdb");

const folder = process.argv[2];
const open = {};
/** The most that PouchDB's own measurements found useful: a thousand documents at once. */
const BATCH = 1000;

function laptop(name) {
  open[name] ??= new PouchDB(path.join(folder, name));
  return open[name];
}

const acts = {
  /** Writes documents of a file on a laptop, as her program did before she connects. */
  async write({ laptop: name, file }) {
    const documents = JSON.parse(fs.readFileSync(file, "utf8"));
    for (let from = 0; from < documents.length; from += BATCH) {
      const answers = await laptop(name).bulkDocs(documents.slice(from, from + BATCH));
      const bad = answers.find((answer) => answer.error);
      if (bad) throw new Error(bad.reason);
    }
    return documents.length;
  },
  async push({ laptop: name, url }) {
    const done = await laptop(name).replicate.to(url, { batch_size: BATCH });
    return done.docs_written;
  },
  async pull({ laptop: name, url }) {
    const done = await laptop(name).replicate.from(url, { batch_size: BATCH });
    return done.docs_written;
  },
};

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { act, ...wanted } = JSON.parse(line);
    let answer;
    try {
      answer = { documents: await acts[act](wanted) };
    } catch (error) {
      answer = { error: String(error.stack ?? error) };
    }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
  process.exit(0);
}

main();
