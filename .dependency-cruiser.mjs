// The import table of docs/ARCHITECTURE.md as rules, one per row: what a folder may import, everything else is refused.

const builtin =
  '^(node:)?(assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|perf_hooks|process|readline|stream|string_decoder|timers|tls|url|util|v8|worker_threads|zlib)(/|$)';
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const REACT = packages('react', 'react-dom', '@types/react', '@types/react-dom');
const doors = '^renderer/features/[^/]+/index\\.ts$';
const roomTypes = '^renderer/features/room\\.ts$';
/** What a room needs to offer commands on its screen: running one by id. */
const commandsForRooms = '^renderer/commands/run-command\\.ts$';

/** Folder -> what it may import besides itself. */
const TABLE = {
  'shared/lib': [],
  'shared/model': ['^shared/lib/', packages('zod')],
  'shared/domain': ['^shared/(lib|model)/', packages('fuse\\.js')],
  'shared/edits': ['^shared/(lib|model|domain)/', packages('zod')],
  'shared/commands': ['^shared/lib/'],
  'shared/rpc': ['^shared/(lib|model|edits)/', packages('zod')],
  'electron/core': [
    '^shared/',
    builtin,
    packages(
      'lowdb',
      'papaparse',
      '@types/papaparse',
      'docx',
      'marked',
      'fflate',
      'read-excel-file',
      'saxes',
      'parse5',
      'unpdf',
      'write-excel-file',
    ),
  ],
  'electron/headless': ['^electron/core/', '^shared/', builtin],
  'electron/cli': ['^electron/core/', '^shared/', builtin],
  'electron/desktop': ['^electron/core/', '^shared/', builtin, packages('electron', 'zod')],
  'renderer/platform': ['^shared/', packages('zod')],
  'renderer/stores': ['^shared/', '^renderer/platform/', packages('zustand'), REACT],
  'renderer/ui': ['^shared/lib/', packages('react-aria-components', 'react-aria', 'lucide-react', 'marked', 'dompurify'), REACT],
  'renderer/commands': ['^shared/', '^renderer/(stores|platform|ui)/', doors],
  'renderer/workbench': [
    '^shared/',
    '^renderer/(stores|ui|commands)/',
    doors,
    roomTypes,
    packages('react-aria-components', 'react-resizable-panels', 'lucide-react'),
    REACT,
  ],
};

const rows = Object.entries(TABLE).map(([folder, mayImport]) => ({
  name: folder,
  comment: `${folder} may import: ${mayImport.join(' ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { pathNot: [`^${folder}/`, ...mayImport] },
}));

const FEATURE_PACKAGES = packages('react-aria-components', 'react-aria', 'lucide-react', 'zustand');

export default {
  forbidden: [
    ...rows,
    {
      name: 'renderer/features',
      comment: 'A room may import shared, stores, ui, running commands by id, and other rooms through their doors.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: {
        pathNot: [
          '^renderer/features/$1/',
          '^shared/',
          '^renderer/(stores|ui)/',
          commandsForRooms,
          doors,
          roomTypes,
          FEATURE_PACKAGES,
          REACT,
        ],
      },
    },
    {
      name: 'room-types',
      comment: 'What rooms give to the workbench is types over the stores.',
      severity: 'error',
      from: { path: roomTypes },
      to: { pathNot: ['^shared/', '^renderer/stores/', REACT] },
    },
    {
      name: 'doors-only',
      comment: 'Whoever is outside of a room enters by its index.ts.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/features/' },
      to: { path: '^renderer/features/', pathNot: [doors, roomTypes] },
    },
    {
      name: 'electron-only-in-desktop',
      comment: 'The core is the application; only the thin desktop folder knows Electron.',
      severity: 'error',
      from: { pathNot: '^(electron/desktop|test)/' },
      to: { path: packages('electron') },
    },
    {
      name: 'no-node-in-the-page',
      comment: 'shared and renderer run where there is no Node.',
      severity: 'error',
      from: { path: '^(shared|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-window-in-the-core',
      comment: 'electron and shared run where there is no page.',
      severity: 'error',
      from: { path: '^(shared|electron)/' },
      to: {
        path: ['^renderer/', packages('react', 'react-dom', 'react-aria-components', 'dompurify', 'jsdom', 'lucide-react')],
      },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'What is shipped knows nothing of tests, scripts and tools.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(test|scripts|docs|out)/' },
    },
    {
      name: 'no-tools-in-the-product',
      comment: 'A devDependency is not there in an installed copy; Electron is the shell itself.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown'],
        pathNot: [packages('electron'), packages('@types')],
      },
    },
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one file, or a third is missing. Types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere hides what it would break.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // Beside TypeScript 7 the usual parser reads 0 modules and reports success; scripts/check-layers.ts asserts a number.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    preserveSymlinks: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
};
