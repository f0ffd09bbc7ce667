// What the compiler cannot see: no web storage, no markup strings, tauri only in platform/, features meet at their index only.
import tseslint from 'typescript-eslint'
import hooks from 'eslint-plugin-react-hooks'

const STORAGE = 'Il disco è dell’archivio cifrato: nothing of a record may reach the web view’s storage.'
const storageGlobals = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'].map((name) => ({ name, message: STORAGE }))
const storageMembers = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'].map((property) => ({ object: 'window', property, message: STORAGE }))
const banned = [
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Texts are text nodes: no markup strings.' },
  { selector: 'Property[key.name="dangerouslySetInnerHTML"]', message: 'Texts are text nodes: no markup strings.' },
  { selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]', message: 'Texts are text nodes: no markup strings.' },
  { selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]', message: 'Texts are text nodes: no markup strings.' },
]

const tauriOnlyInPlatform = { group: ['@tauri-apps/*'], message: 'Only ui/src/platform imports tauri.' }
const FEATURES = ['people', 'cases', 'deadlines', 'diary', 'agenda', 'today', 'imports', 'search', 'access', 'archive', 'lock', 'passphrase']

/** A feature sees another only through its index: "../diary", never "../diary/Editor". */
const featureEdges = FEATURES.map((feature) => {
  const others = FEATURES.filter((one) => one !== feature).join('|')
  return {
    files: [`src/${feature}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            tauriOnlyInPlatform,
            { regex: `^(\\.\\./)+(${others})/.+`, message: 'Import another feature through its index.' },
            { regex: '^(\\.\\./)+shell(/|$)', message: 'Features know navigation/, not the shell.' },
          ],
        },
      ],
    },
  }
})

const kitEdges = {
  files: ['src/components/**/*.{ts,tsx}', 'src/dates/**/*.ts', 'src/messages/**/*.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [tauriOnlyInPlatform, { regex: `^(\\.\\./)+(${FEATURES.join('|')}|shell|navigation|platform)(/|$)`, message: 'The kit knows no screen and no archive.' }] },
    ],
  },
}

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/bindings', 'eslint.config.js'] },
  ...tseslint.configs.strict,
  hooks.configs.flat['recommended-latest'] ?? hooks.configs['recommended-latest'],
  {
    rules: {
      'no-restricted-globals': ['error', ...storageGlobals],
      'no-restricted-properties': ['error', ...storageMembers, { object: 'document', property: 'cookie', message: STORAGE }],
      'no-restricted-syntax': ['error', ...banned],
      'no-restricted-imports': ['error', { patterns: [tauriOnlyInPlatform] }],
      'max-lines': ['error', 400],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  kitEdges,
  ...featureEdges,
  { files: ['src/platform/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': 'off' } },
)
