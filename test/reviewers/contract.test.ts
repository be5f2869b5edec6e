import { startMessagesEndpoint } from '../../src/demo/messages-endpoint.js'
import { startReplayEndpoint } from '../../src/demo/replay-endpoint.js'
import { claude, glm } from '../../src/reviewers/claude-cli.js'
import { codex } from '../../src/reviewers/codex-cli.js'
import { installedClaude, installedCodex } from '../support/installed-tool.js'
import { keepsTheContract } from './contract.js'

keepsTheContract('codex', { reviewer: codex, install: installedCodex, start: startReplayEndpoint })
keepsTheContract('claude', { reviewer: claude, install: installedClaude, start: startMessagesEndpoint })
keepsTheContract('glm', { reviewer: glm, install: installedClaude, start: startMessagesEndpoint })
