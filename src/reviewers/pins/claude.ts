// Made by `node scripts/pin-claude.mjs 2.1.329` from the packages themselves.
import type { Tool } from '../../types/reviewer.js'

const version = '2.1.329'

/**
 * The Claude Code that this project was measured with, for both reviewers that use it. Each platform's package holds one
 * native program and no scripts; the ones for musl are left out.
 */
export const claudeTool = {
  name: 'claude',
  version,
  packages: {
    'linux-x64': {
      package: '@anthropic-ai/claude-code-linux-x64',
      version,
      integrity: 'sha512-+n4lu1ubYAp02Y0X/MAUnxw9yY6SHHZ77F+IoW+V0wVoFuiI9opdH6gofjf14gXJCEYMTNpks7Gn1i8XZTKAWA==',
      executable: 'claude',
      bubblewrap: undefined,
      files: {
        claude: '30e2724e2aecb1bf5dc9f3130901afb71c5fa229051c190a6d7ad9aff6378d6d',
        'package.json': '464757f8ebb0a9f937b555180330b9f71c98a7afdb53905c567a26df1decac3f',
      },
    },

    'linux-arm64': {
      package: '@anthropic-ai/claude-code-linux-arm64',
      version,
      integrity: 'sha512-IiG5umFToSCVWqB1lEsxxwIxKgxPXyZ3DRU915v8J4Bz5Q3JpslM0ew1m5yaT+lFXBPvYxmsEgi0XI68XHND0A==',
      executable: 'claude',
      bubblewrap: undefined,
      files: {
        claude: '8489e2c7ba7846b4681b84e559fed4ed5bb265e129e21dc9de9e322157fb2bea',
        'package.json': 'e1a2bc6e010add8f1bcd166638b811b7e50ee461ea534518cba750c520b2a4df',
      },
    },

    'darwin-x64': {
      package: '@anthropic-ai/claude-code-darwin-x64',
      version,
      integrity: 'sha512-6cjJiD19yxOzdnzErJ8ougFKoksK/wUvOJb6V2iCXg1rM9gGEY1I7HE8jQnvh6buAuXHtHaahfoiiISaplOxYg==',
      executable: 'claude',
      bubblewrap: undefined,
      files: {
        claude: '681ae87ba919ea16761d522ca25afa4639914bda6d5cf89a6ac4898406856db1',
        'package.json': '9eb317f7c91ee9ec81d8b875d0c1d97a05f6c69fed30a31f62e1f78c0d7556b3',
      },
    },

    'darwin-arm64': {
      package: '@anthropic-ai/claude-code-darwin-arm64',
      version,
      integrity: 'sha512-brgS94FOoB+ekq1gIeNpBtGAbzWxE1UEeBQWfk1KX1BStrMIxwWXriPfQLKEkFTWHpmGXv2fZxxMQJsR+5PhZw==',
      executable: 'claude',
      bubblewrap: undefined,
      files: {
        claude: '8c1729568b19cdadedd0a978bf692f9f279ef554c8a333c4e132b94fd8725550',
        'package.json': 'a042c22484564848cbe4655f1a49b6ca7462deed8e6240bbd5e78eb18709da45',
      },
    },

    'win32-x64': {
      package: '@anthropic-ai/claude-code-win32-x64',
      version,
      integrity: 'sha512-BkbOTOAYvz1BNVwdRJzibhxXtZVw289ucHt1aSArGSax8C6INgf6Xtp2wxmwsSSpKk+P8LyIhj0ufvFD1VJOFA==',
      executable: 'claude.exe',
      bubblewrap: undefined,
      files: {
        'claude.exe': '527162bb4578e3dc36319fa913a530d5dc1f752115a6a4fd139981702bf282d0',
        'package.json': '138fe0dadb49bd36ee90066327d12ee90b4769d68762b5621aa2050736ffd644',
      },
    },

    'win32-arm64': {
      package: '@anthropic-ai/claude-code-win32-arm64',
      version,
      integrity: 'sha512-8h2qmTBTwidpMLUqQuym7+mV91zbcFlmprl7MKrIhbgQaCOS/DyueeePJCqlxNhno1y349NcpJXvXd4AfsDVlw==',
      executable: 'claude.exe',
      bubblewrap: undefined,
      files: {
        'claude.exe': '47b8754be516a17d942a027e27659148c35196b2e56acbce6e03a68581857c88',
        'package.json': 'e1a996ce82bf27842cbdfa77f1bc6c60b6067f1a913b95008a37678abfa03eb7',
      },
    },
  },
} satisfies Tool
