/**
 * `node:http` without its price: an import reads everything that the module exports, and on Node 24 one of these,
 * WebSocket, makes node load its whole other client for HTTP, which takes ten times as long as the rest.
 */
export const { Agent, createServer, request } = process.getBuiltinModule('node:http')
