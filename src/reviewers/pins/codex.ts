// Made by `node scripts/pin-codex.mjs 0.169.0` from the packages themselves.
import type { Tool } from '../../types/reviewer.js'

const version = '0.169.0'
const linuxX64 = 'vendor/x86_64-unknown-linux-musl'
const linuxArm64 = 'vendor/aarch64-unknown-linux-musl'
const darwinX64 = 'vendor/x86_64-apple-darwin'
const darwinArm64 = 'vendor/aarch64-apple-darwin'
const win32X64 = 'vendor/x86_64-pc-windows-msvc'
const win32Arm64 = 'vendor/aarch64-pc-windows-msvc'

/**
 * The Codex CLI that this project was measured with. The platform packages hold native binaries and no scripts; the
 * voice host in them (30 to 50 MB) is left out.
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
      bubblewrap: `${linuxX64}/codex-resources/bwrap`,
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
      bubblewrap: `${linuxArm64}/codex-resources/bwrap`,
      files: {
        'package.json': '99be79c32f64e08ec90cee827607190f67db6829a3708b0060751557bb2e7b89',
        [`${linuxArm64}/codex-package.json`]: '0418574f72dd719683fb7415c3013e248c675ef2400ff9eb4e11e583b5d6a25c',
        [`${linuxArm64}/bin/codex`]: '3bb41c9a80187773e2a59278d4fc355b1a163c31bb5a79581e37d4fe428af047',
        [`${linuxArm64}/bin/codex-code-mode-host`]: '66874c7881c4004f1c155584e1325cad17795bdd91b886995ad8a043809c1019',
        [`${linuxArm64}/codex-path/rg`]: 'e36d0eb52e70696bdf1781392722e05a21bb91d3b7b762ef5ec20e5df2ec687b',
        [`${linuxArm64}/codex-resources/bwrap`]: '0f543a7356ab343b4827222f910461d4196778f328b28acd6c126ef18e9557ab',
      },
    },

    'darwin-x64': {
      package: '@openai/codex',
      version: `${version}-darwin-x64`,
      integrity: 'sha512-K1FKSsSLl9v3z5TeagBQXyQRDBIGB5Jncy5dxsRxwT3aaTqN3AI8VrCfoxBxKMOOU9O2QX1vg7WkBwNVth/s9A==',
      executable: `${darwinX64}/bin/codex`,
      bubblewrap: undefined,
      files: {
        'package.json': '7bd71f68f300d9156ba346a7171665654f7db1434f18b05b10831ca5c78fbdce',
        [`${darwinX64}/codex-package.json`]: 'eefa2ad47c53f3657a0481b0f9ef20e21850cfc382834b967dc2cff1ca09bfd5',
        [`${darwinX64}/bin/codex`]: 'e57da7be8695c079d2d1d156dab79708e43ebb6cf7e34527b8b01d6aa942788e',
        [`${darwinX64}/bin/codex-code-mode-host`]: 'f03490828eb48754f722b14b0d39e7f6d3796293c72680390b2ca03af18dcdb1',
        [`${darwinX64}/codex-path/rg`]: '288635d61ec4321d2f3e6dca868c02d50b2b0abba63c62bf3af3ba3fe8da0ada',
      },
    },

    'darwin-arm64': {
      package: '@openai/codex',
      version: `${version}-darwin-arm64`,
      integrity: 'sha512-5WsWFBbVP78D+6FvNo1MMVxLPZdmcoQlqVJFrF4qx/TmvneLnMQKtLyXkUo54XOTDfoYKpNouTJ/F7gTVA8FnQ==',
      executable: `${darwinArm64}/bin/codex`,
      bubblewrap: undefined,
      files: {
        'package.json': '562ad7506d539ba099c54ada0981587fe99791299c71fb506e5c04d86217a081',
        [`${darwinArm64}/codex-package.json`]: '3723fe22480c3863025f2e09a89c912f1e3906b9e70d57077d51deb555a8b6b3',
        [`${darwinArm64}/bin/codex`]: '739cda86e15d30a6e2b40cf8dcbbfb988aaf48b305b27065573bb8e9fd41d002',
        [`${darwinArm64}/bin/codex-code-mode-host`]: '10feae2abe764bcf2273e241ace67aecc360eb8c28a82a2988bf1d8498a9bacf',
        [`${darwinArm64}/codex-path/rg`]: '2caf75aae63d8fd944456686d5241f4864f5e2a930e0a93434e121873f7ff6bf',
      },
    },

    'win32-x64': {
      package: '@openai/codex',
      version: `${version}-win32-x64`,
      integrity: 'sha512-nC+McFU8xRNL9tk3IhxcKdhcyOElwF/HhPO+gzSQCY7yjh3XdzSajX+MYWcHUVHWRHajfwn3/WgJYJK2wS+XWg==',
      executable: `${win32X64}/bin/codex.exe`,
      bubblewrap: undefined,
      files: {
        'package.json': '56dd75f16917c6f5327bd598f14f8a8c7b44b7d1305a99264edd4289d1de9653',
        [`${win32X64}/codex-package.json`]: '30cea19ae5a74454ee5443c0bbfc6cc1f2c7626961b93d68a70452c7ddfded5d',
        [`${win32X64}/bin/codex-code-mode-host.exe`]:
          'a8da671dfabef13a370e0a06864586f52932b477f462afa3f0c51ae30d9207a2',
        [`${win32X64}/bin/codex.exe`]: 'ce1945eb440b5481ed1233ebaf32b7056ee7e4e452fa62ffe1cbfb26103cdee0',
        [`${win32X64}/codex-path/rg.exe`]: '14231169855ec5205cf5a1b6f1db358ff4aed4247c86b69ce8aae647c77f6680',
        [`${win32X64}/codex-resources/codex-command-runner.exe`]:
          'dbb8ac49c4b36d2de9977710b3400523f2336b7b326bcab7602108e88e0a69b0',
        [`${win32X64}/codex-resources/codex-windows-sandbox-setup.exe`]:
          '885a1eda0640970c5aa03be7f3c540dc6f406915f7df2e7fee4b6a5e0fe30765',
      },
    },

    'win32-arm64': {
      package: '@openai/codex',
      version: `${version}-win32-arm64`,
      integrity: 'sha512-nTN9SpkacGohq60+I80R3t0R8Mhbnlt3OVYNahgAv1Gu77KFwhPc0vz9Ou/DAGDtYhKVWA/jiYXJXnlzkwb/JA==',
      executable: `${win32Arm64}/bin/codex.exe`,
      bubblewrap: undefined,
      files: {
        'package.json': '197796d7c7428e03023aa4156ea5cd1e03f8b6c7811ee7e3379f37d14c58ded5',
        [`${win32Arm64}/codex-package.json`]: '0751a73ea20c3814e1b09c528fc60dbdf808d94098eb4cbbd045a045c880c21b',
        [`${win32Arm64}/bin/codex-code-mode-host.exe`]:
          '2d897fe0679211afc3cf3a10bed11f935d623e8fdcbadc50855841b7532e2469',
        [`${win32Arm64}/bin/codex.exe`]: '1e0687ba1822cfdbe42ef99daa8fd523c8fb9dca205c579fe40b75afd57071e8',
        [`${win32Arm64}/codex-path/rg.exe`]: 'd33a29a9ef03c9f4c03be9e8d88498e6e2d2e566d64cdbdef97f9afc8f13120c',
        [`${win32Arm64}/codex-resources/codex-command-runner.exe`]:
          '7934bbbe2c91f89d9e71dd89563289f718afbd5bd282eb500548f8c64dc0bccb',
        [`${win32Arm64}/codex-resources/codex-windows-sandbox-setup.exe`]:
          '4a0ebf0282638d4d3ffe268b8e77f37a325af55b0ec4bf4bf6129a8fc2b2bf3b',
      },
    },
  },
} satisfies Tool
