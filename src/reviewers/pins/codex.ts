import type { Tool } from '../../types/reviewer.js'

const version = '0.169.0'
const linuxX64 = 'vendor/x86_64-unknown-linux-musl'
const linuxArm64 = 'vendor/aarch64-unknown-linux-musl'

/**
 * The Codex CLI that this project was measured with. The platform packages hold native binaries and no scripts; the
 * voice host in them (about 50 MB) is left out.
 */
export const codexTool = {
  name: 'codex',
  version,
  packages: {
    'linux-x64': {
      package: '@openai/codex',
      version: `${version}-linux-x64`,
      integrity: 'sha512-o05NyAOCDygSPRo1yinzxvkRSdmsZyBD9E7mbpmjRanSfM8lypqWtQgEo4XfNkwhuCR2aFu8mlGOsQGFXVbVww==',
      executable: `${linuxX64}/bin/codex`,
      files: {
        'package.json': '845d34dc6afad3edb8ea0be4238479fd397c43697d30843c8af03e08260fdd17',
        [`${linuxX64}/codex-package.json`]: '28811e0083d220befc827d711fb8c9f4b7f85825b11164ff154e15cfe2540715',
        [`${linuxX64}/bin/codex`]: 'b452ca20f838a8855a88a41050ee4a694033fff4ea3ecdad5633e6e0e8d13f2b',
        [`${linuxX64}/bin/codex-code-mode-host`]: 'e9f2ef68671b2b6ac68902d19e8dafda3f5928e678ecf3f30c74b203a2c403ed',
        [`${linuxX64}/codex-path/rg`]: 'e62198eb19b136b88c330af83647b5a962cb99b6b1f066758568f12de1974849',
        [`${linuxX64}/codex-resources/bwrap`]: '15fd5f2673d2e1c2f80e34e5108462fd014f5e8bbc7b0731f1ab23d1ff1ac140',
      },
    },
    'linux-arm64': {
      package: '@openai/codex',
      version: `${version}-linux-arm64`,
      integrity: 'sha512-NZ/DaQUpcQmxmqee7Z9uC1rzw3GhSbooawcaTe1LN5Yk+WlinUKGdTXJgClRT/9ogQEEM9TWxYzvxPfj5G/xFg==',
      executable: `${linuxArm64}/bin/codex`,
      files: {
        'package.json': '99be79c32f64e08ec90cee827607190f67db6829a3708b0060751557bb2e7b89',
        [`${linuxArm64}/codex-package.json`]: '0418574f72dd719683fb7415c3013e248c675ef2400ff9eb4e11e583b5d6a25c',
        [`${linuxArm64}/bin/codex`]: '3bb41c9a80187773e2a59278d4fc355b1a163c31bb5a79581e37d4fe428af047',
        [`${linuxArm64}/bin/codex-code-mode-host`]: '66874c7881c4004f1c155584e1325cad17795bdd91b886995ad8a043809c1019',
        [`${linuxArm64}/codex-path/rg`]: 'e36d0eb52e70696bdf1781392722e05a21bb91d3b7b762ef5ec20e5df2ec687b',
        [`${linuxArm64}/codex-resources/bwrap`]: '0f543a7356ab343b4827222f910461d4196778f328b28acd6c126ef18e9557ab',
      },
    },
  },
} satisfies Tool
