// PouchDB's own server (express-pouchdb on LevelDB), as its authors give it. `node server.js FOLDER` says its port; it
// ends with its input.
const path = require("node:path");
const express = require("express");
const PouchDB = require("pouchdb");
const expressPouch = require("express-pouchdb");

const folder = process.argv[2];
const stored = PouchDB.defaults({ prefix: folder + path.sep });
const app = express();
app.use(
  "/",
  expressPouch(stored, {
    mode: "minimumForPouchDB",
    configPath: path.join(folder, "config.json"),
    logPath: path.join(folder, "server.log"),
  }),
);
const server = app.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
process.stdin.on("end", () => process.exit(0)).resume();
