export const id = 261;
export const ids = [261,96];
export const modules = {

/***/ 9342:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDemo: () => (/* binding */ runDemo)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/gate/decide.ts
var decide = __webpack_require__(5243);
// EXTERNAL MODULE: ./src/host/local-run.ts + 2 modules
var local_run = __webpack_require__(2595);
// EXTERNAL MODULE: ./src/host/terminal-log.ts
var terminal_log = __webpack_require__(3531);
// EXTERNAL MODULE: ./src/host/version.ts + 1 modules
var version = __webpack_require__(2913);
// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(8164);
// EXTERNAL MODULE: ./src/policy/read-options.ts
var read_options = __webpack_require__(7779);
// EXTERNAL MODULE: ./src/report/markdown.ts
var markdown = __webpack_require__(4285);
// EXTERNAL MODULE: ./src/report/sarif.ts + 1 modules
var sarif = __webpack_require__(5326);
// EXTERNAL MODULE: ./src/report/terminal.ts
var terminal = __webpack_require__(7496);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./src/demo/replay-endpoint.ts


/** More than any prompt; a request over it is refused. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;
/**
 * Serves the Responses API on 127.0.0.1 with a script instead of a model. Each request consumes one turn; the last one
 * repeats.
 */
async function startReplayEndpoint(turns) {
    const requests = [];
    const server = (0,external_node_http_.createServer)((request, response) => {
        answer(request, response).catch((error) => response.destroy(error instanceof Error ? error : undefined));
    });
    async function answer(request, response) {
        const text = await readBody(request);
        if (request.method !== 'POST' || request.url !== '/v1/responses')
            return sendJson(response, 404, NO_SUCH_PAGE);
        const recorded = record(request.headers, text);
        const scripted = turns[Math.min(requests.length, turns.length - 1)];
        requests.push(recorded);
        if (scripted === undefined)
            return sendJson(response, 500, NO_SCRIPT);
        play(typeof scripted === 'function' ? scripted(recorded) : scripted, recorded, {
            response,
            number: requests.length,
        });
    }
    await listen(server);
    return { url: `http://127.0.0.1:${portOf(server)}/v1`, requests, close: () => replay_endpoint_close(server) };
}
const NO_SUCH_PAGE = { error: { message: 'Only POST /v1/responses is served here', type: 'invalid_request_error' } };
const NO_SCRIPT = { error: { message: 'The script has no turns', type: 'server_error' } };
/** Starts a stream and sends events; the stream stays open. */
function sendEvents(response, events) {
    if (!response.headersSent)
        response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of events)
        response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}
/** Sends a whole JSON answer, as the API does for errors. */
function sendJson(response, status, body) {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
/** The events of a message up to the point where the response would complete. */
function messageEvents(id, text) {
    return itemEvents(id, { type: 'message', id: `${id}_item`, role: 'assistant', content: [{ type: 'output_text', text }] }, text);
}
function play(turn, request, { response, number }) {
    if (turn.kind === 'fault') {
        turn.fault(response);
        return;
    }
    const id = `resp_${number}`;
    const events = turn.kind === 'message' ? messageEvents(id, turn.text) : itemEvents(id, toToolCall(turn, request, id), '');
    sendEvents(response, [...events, toCompleted(id, request.text, JSON.stringify(turn))]);
    response.end();
}
function itemEvents(id, item, delta) {
    return [
        { type: 'response.created', response: { id } },
        { type: 'response.output_item.added', output_index: 0, item },
        ...(delta === ''
            ? []
            : [{ type: 'response.output_text.delta', output_index: 0, content_index: 0, item_id: `${id}_item`, delta }]),
        { type: 'response.output_item.done', output_index: 0, item },
    ];
}
function toToolCall(turn, request, id) {
    const call = JSON.stringify({ cmd: turn.command, ...(turn.workdir === undefined ? {} : { workdir: turn.workdir }) });
    if (request.toolMode === 'classic') {
        return { type: 'function_call', id: `${id}_item`, call_id: `${id}_call`, name: 'exec_command', arguments: call };
    }
    const input = `text(await tools.exec_command(${call}))`;
    return {
        type: 'custom_tool_call',
        id: `${id}_item`,
        call_id: `${id}_call`,
        namespace: 'functions',
        name: 'exec',
        input,
    };
}
/** Token counts follow the sizes, about four bytes each, so that a replayed run shows plausible figures. */
function toCompleted(id, request, reply) {
    const input = Math.ceil(request.length / 4);
    const output = Math.ceil(reply.length / 4);
    const usage = {
        input_tokens: input,
        input_tokens_details: { cached_tokens: 0 },
        output_tokens: output,
        output_tokens_details: { reasoning_tokens: 0 },
        total_tokens: input + output,
    };
    return { type: 'response.completed', response: { id, status: 'completed', output: [], usage } };
}
const InputItem = schemas/* looseObject */._H3({
    role: schemas/* string */.YjP().optional(),
    content: schemas/* array */.YOg(schemas/* looseObject */._H3({ text: schemas/* string */.YjP().optional() })).optional(),
    output: schemas/* unknown */.L5J().optional(),
});
const RequestBody = schemas/* looseObject */._H3({
    model: schemas/* string */.YjP(),
    input: schemas/* array */.YOg(InputItem).default([]),
    tools: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP().optional() })).default([]),
});
function record(headers, text) {
    const body = RequestBody.parse(JSON.parse(text));
    const isClassic = body.tools.some((tool) => tool.name === 'exec_command');
    return {
        headers,
        text,
        model: body.model,
        input: body.input.map(inputText).join('\n'),
        toolMode: isClassic ? 'classic' : 'code',
    };
}
function inputText({ role, content, output }) {
    if (output !== undefined)
        return typeof output === 'string' ? output : JSON.stringify(output);
    return role === 'user' ? (content ?? []).map((part) => part.text ?? '').join('\n') : '';
}
async function readBody(request) {
    const chunks = [];
    let length = 0;
    for await (const chunk of request) {
        const bytes = Buffer.from(chunk);
        length += bytes.length;
        if (length > MAX_REQUEST_BYTES)
            throw new Error(`The request is over ${MAX_REQUEST_BYTES} bytes`);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function listen(server) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
    });
}
function portOf(server) {
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('The replay endpoint is not listening');
    return address.port;
}
function replay_endpoint_close(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}

;// CONCATENATED MODULE: ./src/demo/scripted-server.ts


/** More than any prompt; a request over it is refused. */
const scripted_server_MAX_REQUEST_BYTES = 64 * 1024 * 1024;
/** Plays a script on 127.0.0.1: each POST to a path that is served consumes one turn, and the last one repeats. */
async function startScriptedServer(script) {
    const requests = [];
    const server = (0,external_node_http_.createServer)((request, response) => {
        answer(request, response).catch((error) => response.destroy(error instanceof Error ? error : undefined));
    });
    async function answer(request, response) {
        const text = await scripted_server_readBody(request);
        const path = request.url ?? '';
        if (request.method !== 'POST' || !script.isServed(path))
            return sendJson(response, 404, scripted_server_NO_SUCH_PAGE);
        const turn = script.turns[Math.min(requests.length, script.turns.length - 1)];
        const recorded = { path, headers: request.headers, text, number: requests.length + 1 };
        requests.push(recorded);
        if (turn === undefined)
            return sendJson(response, 500, scripted_server_NO_SCRIPT);
        script.play(turn, recorded, response);
    }
    await scripted_server_listen(server);
    return { origin: `http://127.0.0.1:${scripted_server_portOf(server)}`, requests, close: () => scripted_server_close(server) };
}
const scripted_server_NO_SUCH_PAGE = { error: { message: 'This is not served here', type: 'invalid_request_error' } };
const scripted_server_NO_SCRIPT = { error: { message: 'The script has no turns', type: 'server_error' } };
async function scripted_server_readBody(request) {
    const chunks = [];
    let length = 0;
    for await (const chunk of request) {
        const bytes = Buffer.from(chunk);
        length += bytes.length;
        if (length > scripted_server_MAX_REQUEST_BYTES)
            throw new Error(`The request is over ${scripted_server_MAX_REQUEST_BYTES} bytes`);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function scripted_server_listen(server) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
    });
}
function scripted_server_portOf(server) {
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('The scripted server is not listening');
    return address.port;
}
function scripted_server_close(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}

;// CONCATENATED MODULE: ./src/demo/chat-endpoint.ts



/** Serves the Chat Completions API on 127.0.0.1 with a script instead of a model. */
async function startChatEndpoint(turns) {
    const server = await startScriptedServer({
        turns,
        isServed: (path) => path === '/v1/chat/completions',
        play: (turn, request, response) => chat_endpoint_play(typeof turn === 'function' ? turn(request) : turn, request, response),
    });
    return { ...server, url: `${server.origin}/v1` };
}
/** Sends parts of a stream; the stream stays open. */
function sendChatChunks(response, chunks) {
    if (!response.headersSent)
        response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const chunk of chunks)
        response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}
const Request = schemas/* looseObject */._H3({ model: schemas/* string */.YjP(), stream: schemas/* boolean */.zMY().default(false) });
function chat_endpoint_play(turn, request, response) {
    if (turn.kind === 'fault') {
        turn.fault(response);
        return;
    }
    const { model, stream } = Request.parse(JSON.parse(request.text));
    const base = { id: `chatcmpl_${request.number}`, model, created: 0 };
    const message = toMessage(turn, request.number);
    const finish = turn.kind === 'tools' ? 'tool_calls' : (turn.finish ?? 'stop');
    const usage = countTokens(request.text, JSON.stringify(message));
    if (!stream) {
        const choice = { index: 0, message, finish_reason: finish };
        sendJson(response, 200, { ...base, object: 'chat.completion', choices: [choice], usage });
        return;
    }
    const part = { ...base, object: 'chat.completion.chunk' };
    sendChatChunks(response, [
        { ...part, choices: [{ index: 0, delta: message, finish_reason: null }] },
        { ...part, choices: [{ index: 0, delta: {}, finish_reason: finish }] },
        { ...part, choices: [], usage },
    ]);
    response.end('data: [DONE]\n\n');
}
function toMessage(turn, number) {
    if (turn.kind === 'message')
        return { role: 'assistant', content: turn.text };
    const calls = turn.calls.map(({ name, input }, index) => ({
        index,
        id: `call_${number}_${index}`,
        type: 'function',
        function: { name, arguments: typeof input === 'string' ? input : JSON.stringify(input) },
    }));
    return { role: 'assistant', content: null, tool_calls: calls };
}
/** Token counts follow the sizes, about four bytes each, so that a replayed run shows plausible figures. */
function countTokens(request, reply) {
    const input = Math.ceil(request.length / 4);
    const output = Math.ceil(reply.length / 4);
    return {
        prompt_tokens: input,
        prompt_tokens_details: { cached_tokens: 0 },
        completion_tokens: output,
        total_tokens: input + output,
    };
}

;// CONCATENATED MODULE: ./src/demo/messages-endpoint.ts



/** More than any prompt; a request over it is refused. */
const messages_endpoint_MAX_REQUEST_BYTES = 64 * 1024 * 1024;
/**
 * Serves the Messages API on 127.0.0.1 with a script instead of a model. Each request consumes one turn; the last one
 * repeats. Its url is the base URL that clients append /v1/messages to.
 */
async function startMessagesEndpoint(turns) {
    const requests = [];
    const server = (0,external_node_http_.createServer)((request, response) => {
        answer(request, response).catch((error) => response.destroy(error instanceof Error ? error : undefined));
    });
    async function answer(request, response) {
        const text = await messages_endpoint_readBody(request);
        const [path] = (request.url ?? '').split('?');
        if (request.method === 'HEAD')
            return void response.writeHead(200).end();
        if (request.method !== 'POST' || path === undefined)
            return sendJson(response, 404, messages_endpoint_NO_SUCH_PAGE);
        if (path.endsWith('/v1/messages/count_tokens'))
            return sendJson(response, 200, { input_tokens: toTokens(text) });
        if (!path.endsWith('/v1/messages'))
            return sendJson(response, 404, messages_endpoint_NO_SUCH_PAGE);
        const asked = readRequest(request.headers, text);
        const scripted = turns[Math.min(requests.length, turns.length - 1)];
        requests.push(asked.recorded);
        if (scripted === undefined)
            return sendJson(response, 500, messages_endpoint_NO_SCRIPT);
        messages_endpoint_play(typeof scripted === 'function' ? scripted(asked.recorded) : scripted, asked, {
            response,
            number: requests.length,
        });
    }
    await messages_endpoint_listen(server);
    return { url: `http://127.0.0.1:${messages_endpoint_portOf(server)}`, requests, close: () => messages_endpoint_close(server) };
}
const messages_endpoint_NO_SUCH_PAGE = {
    type: 'error',
    error: { type: 'not_found_error', message: 'Only POST /v1/messages is served here' },
};
const messages_endpoint_NO_SCRIPT = { type: 'error', error: { type: 'api_error', message: 'The script has no turns' } };
/** The events of an answer up to the point where it would say why it stops. */
function answerEvents(id, blocks, facts) {
    const message = { id, type: 'message', role: 'assistant', model: facts.model, content: [], stop_reason: null };
    const usage = { input_tokens: facts.input, cache_read_input_tokens: 0, output_tokens: 1 };
    return [{ type: 'message_start', message: { ...message, usage } }, ...blocks.flatMap(blockEvents)];
}
function blockEvents(block, index) {
    const [content_block, delta] = block.type === 'text'
        ? [
            { type: 'text', text: '' },
            { type: 'text_delta', text: block.text },
        ]
        : [
            { ...block, input: {} },
            { type: 'input_json_delta', partial_json: JSON.stringify(block.input) },
        ];
    return [
        { type: 'content_block_start', index, content_block },
        { type: 'content_block_delta', index, delta },
        { type: 'content_block_stop', index },
    ];
}
/** The events that end an answer. */
function stopEvents(reason, outputTokens) {
    return [
        {
            type: 'message_delta',
            delta: { stop_reason: reason, stop_sequence: null },
            usage: { output_tokens: outputTokens },
        },
        { type: 'message_stop' },
    ];
}
function messages_endpoint_play(turn, asked, { response, number }) {
    if (turn.kind === 'fault') {
        turn.fault(response);
        return;
    }
    const id = `msg_${number}`;
    const blocks = toBlocks(turn, asked, `toolu_${number}`);
    const reason = blocks[0]?.type === 'tool_use' ? 'tool_use' : 'end_turn';
    const facts = { model: asked.recorded.model, input: toTokens(asked.recorded.text) };
    const output = toTokens(JSON.stringify(turn));
    if (asked.stream) {
        sendEvents(response, [...answerEvents(id, blocks, facts), ...stopEvents(reason, output)]);
        response.end();
        return;
    }
    const usage = { input_tokens: facts.input, output_tokens: output };
    const message = { id, type: 'message', role: 'assistant', model: facts.model, stop_reason: reason, usage };
    sendJson(response, 200, { ...message, content: blocks });
}
/** Token counts follow the sizes, about four bytes each, so that a replayed run shows plausible figures. */
function toTokens(text) {
    return Math.ceil(text.length / 4);
}
/** A JSON object is handed in through the tool for it, where one is offered. */
function toBlocks(turn, asked, id) {
    switch (turn.kind) {
        case 'tool':
            return [{ type: 'tool_use', id, name: turn.name, input: turn.input }];
        case 'command':
            return toToolCalls(turn.command).map((call, index) => ({ type: 'tool_use', id: `${id}_${index}`, ...call }));
        case 'message': {
            const input = asked.tools.includes(STRUCTURED_OUTPUT) ? toObject(turn.text) : undefined;
            if (input === undefined)
                return [{ type: 'text', text: turn.text }];
            return [{ type: 'tool_use', id, name: STRUCTURED_OUTPUT, input }];
        }
    }
}
/** How Claude Code has an answer handed in that must fit a schema. */
const STRUCTURED_OUTPUT = 'StructuredOutput';
/** The calls of a model that has these tools instead of a shell; what is no plain `cat` stays a shell command. */
function toToolCalls(command) {
    const paths = /^cat((?: [^\s;|&<>()$`'"*?\\-][^\s;|&<>()$`'"*?\\]*)+)$/.exec(command)?.[1]?.trim().split(' ');
    if (paths === undefined)
        return [{ name: 'Bash', input: { command } }];
    return paths.map((path) => ({ name: 'Read', input: { file_path: path } }));
}
const JsonObject = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
function toObject(text) {
    try {
        return JsonObject.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}
const ContentBlock = schemas/* looseObject */._H3({
    type: schemas/* string */.YjP(),
    text: schemas/* string */.YjP().optional(),
    content: schemas/* unknown */.L5J().optional(),
});
const messages_endpoint_RequestBody = schemas/* looseObject */._H3({
    model: schemas/* string */.YjP(),
    stream: schemas/* boolean */.zMY().default(false),
    messages: schemas/* array */.YOg(schemas/* looseObject */._H3({ role: schemas/* string */.YjP(), content: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(ContentBlock)]) })),
    tools: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP().optional() })).default([]),
});
function readRequest(headers, text) {
    const body = messages_endpoint_RequestBody.parse(JSON.parse(text));
    const input = body.messages.filter(({ role }) => role === 'user').map(({ content }) => contentText(content));
    return {
        recorded: { headers, text, model: body.model, input: input.join('\n'), toolMode: 'classic' },
        stream: body.stream,
        tools: body.tools.flatMap(({ name }) => name ?? []),
    };
}
function contentText(content) {
    if (typeof content === 'string')
        return content;
    return content.map((block) => block.text ?? toolResultText(block.content)).join('\n');
}
function toolResultText(content) {
    const blocks = schemas/* array */.YOg(ContentBlock).safeParse(content);
    if (blocks.success)
        return contentText(blocks.data);
    return typeof content === 'string' ? content : '';
}
async function messages_endpoint_readBody(request) {
    const chunks = [];
    let length = 0;
    for await (const chunk of request) {
        const bytes = Buffer.from(chunk);
        length += bytes.length;
        if (length > messages_endpoint_MAX_REQUEST_BYTES)
            throw new Error(`The request is over ${messages_endpoint_MAX_REQUEST_BYTES} bytes`);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function messages_endpoint_listen(server) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
    });
}
function messages_endpoint_portOf(server) {
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('The replay endpoint is not listening');
    return address.port;
}
function messages_endpoint_close(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}

// EXTERNAL MODULE: ./src/host/git.ts + 2 modules
var host_git = __webpack_require__(4087);
;// CONCATENATED MODULE: ./src/demo/sample-repository.ts



const BASE_FILES = {
    'README.md': '# Corner shop\n\nA small order service.\n',
    'src/cart.js': `export function total(items) {
  let sum = 0
  for (let i = 0; i < items.length; i++) {
    sum += items[i].price * items[i].quantity
  }
  return sum
}
`,
    'src/orders.js': `export async function findOrder(db, id) {
  const rows = await db.query('SELECT * FROM orders WHERE id = $1', [id])
  return rows[0]
}
`,
    'src/payment.js': `export async function pay(gateway, order) {
  const receipt = await gateway.charge(order.card, order.total)
  return { ...order, status: 'paid', receipt }
}
`,
};
/** The last commit of the sample: three planted defects under a plausible message. */
const HEAD_FILES = {
    'src/cart.js': `export function total(items, discount = 0) {
  let sum = 0
  for (let i = 0; i <= items.length; i++) {
    sum += items[i].price * items[i].quantity
  }
  return sum * (1 - discount)
}
`,
    'src/orders.js': `export async function findOrder(db, id) {
  const rows = await db.query(\`SELECT * FROM orders WHERE id = '\${id}'\`)
  return rows[0]
}
`,
    'src/payment.js': `export async function pay(gateway, order) {
  let receipt
  try {
    receipt = await gateway.charge(order.card, order.total)
  } catch {
    // the gateway is flaky
  }
  return { ...order, status: 'paid', receipt }
}
`,
};
const HEAD_MESSAGE = `feat: discounts, simpler order lookup, tolerant payment

Adds a discount to the cart total, shortens the order query and
keeps checkout working when the gateway hiccups.

Co-Authored-By: Claude <noreply@anthropic.com>
`;
/** Makes a repository with a base commit on `main` and one commit on `change`; returns nothing but the two branches. */
async function makeSampleRepository(directory) {
    const git = (0,host_git/* gitInDirectory */.T)(directory);
    const env = {
        GIT_AUTHOR_NAME: 'Sam Shopkeeper',
        GIT_AUTHOR_EMAIL: 'sam@example.invalid',
        GIT_COMMITTER_NAME: 'Sam Shopkeeper',
        GIT_COMMITTER_EMAIL: 'sam@example.invalid',
        GIT_AUTHOR_DATE: '1767225600 +0000',
        GIT_COMMITTER_DATE: '1767225600 +0000',
    };
    (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(directory, { recursive: true });
    await git.read(['init', '--quiet', '--template=', '--initial-branch=main']);
    writeFiles(directory, BASE_FILES);
    await git.read(['add', '--all']);
    await git.read(['commit', '--quiet', '-m', 'feat: order service'], { env });
    await git.read(['switch', '--quiet', '--create', 'change']);
    writeFiles(directory, HEAD_FILES);
    await git.read(['add', '--all']);
    await git.read(['commit', '--quiet', '-F', '-'], { env, input: HEAD_MESSAGE });
}
function writeFiles(directory, files) {
    for (const [path, text] of Object.entries(files)) {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)((0,external_node_path_.join)(directory, path)), { recursive: true });
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, path), text);
    }
}
/** Files that the replayed reviewer reads before it answers. */
const SAMPLE_CHANGED_FILES = Object.keys(HEAD_FILES);
/** What the replayed model finds: recorded answers, so that the demo needs no key. */
const SAMPLE_FINDINGS = [
    {
        ruleId: 'security',
        severity: 'critical',
        confidence: 'certain',
        basis: 'grounded',
        assumptions: [],
        triage: 'real',
        title: 'SQL injection in the order lookup',
        message: "The order id is pasted into the SQL text. An id such as ' OR '1'='1 returns somebody else's order, and a crafted one can change data. The base version passed it as a parameter.",
        recommendation: "Pass the id as a parameter again: db.query('SELECT * FROM orders WHERE id = $1', [id]).",
        path: 'src/orders.js',
        side: 'new',
        startLine: 2,
        endLine: 2,
        quote: "  const rows = await db.query(`SELECT * FROM orders WHERE id = '${id}'`)",
        related: [],
        searches: [],
    },
    {
        ruleId: 'correctness',
        severity: 'high',
        confidence: 'certain',
        basis: 'grounded',
        assumptions: [],
        triage: 'real',
        title: 'The cart total reads past the last item',
        message: 'The bound became inclusive, so the last round reads items[items.length], which is undefined, and .price throws a TypeError for every cart.',
        recommendation: 'Use i < items.length.',
        path: 'src/cart.js',
        side: 'new',
        startLine: 3,
        endLine: 3,
        quote: '  for (let i = 0; i <= items.length; i++) {',
        related: [],
        searches: [],
    },
    {
        ruleId: 'error-handling',
        severity: 'high',
        confidence: 'likely',
        basis: 'grounded',
        assumptions: [],
        triage: 'real',
        title: 'A failed charge is recorded as paid',
        message: "When gateway.charge rejects, the error is swallowed and the order is returned with status 'paid' and no receipt: goods leave without payment.",
        recommendation: 'Let the error through, or return the order with a status that says that the charge failed.',
        path: 'src/payment.js',
        side: 'new',
        startLine: 5,
        endLine: 7,
        quote: '  } catch {\n    // the gateway is flaky\n  }',
        related: [{ path: 'src/payment.js', startLine: 8, quote: "  return { ...order, status: 'paid', receipt }" }],
        searches: [],
    },
];

;// CONCATENATED MODULE: ./src/demo/replays.ts





const answer = JSON.stringify({ findings: SAMPLE_FINDINGS, filesReviewed: SAMPLE_CHANGED_FILES, notVerified: [] });
const readsByShell = { kind: 'command', command: `cat ${SAMPLE_CHANGED_FILES.join(' ')}` };
const says = { kind: 'message', text: answer };
const readsByTool = {
    kind: 'tools',
    calls: SAMPLE_CHANGED_FILES.map((path) => ({ name: 'read_file', input: { path } })),
};
/** The reviewers that the demo can show. None is of the family that wrote the sample, or nobody would review it. */
const replays = {
    codex: {
        credential: 'openai-api-key',
        baseUrlInput: 'openai-base-url',
        name: 'the real Codex CLI (OpenAI), pinned and verified,',
        start: () => startReplayEndpoint([readsByShell, says]),
    },
    glm: {
        credential: 'zai-api-key',
        baseUrlInput: 'zai-base-url',
        name: 'the real Claude Code, pinned and verified and driving GLM (Zhipu),',
        start: () => startMessagesEndpoint([readsByShell, says]),
    },
    'openai-api': {
        credential: 'openai-api-key',
        baseUrlInput: 'openai-base-url',
        name: 'an agent of this program, with read-only tools over the OpenAI API,',
        start: () => startChatEndpoint([readsByTool, says]),
    },
};
/** The recorded model of that reviewer; throws ConfigurationError for one that the demo cannot show. */
function replayOf(id) {
    const replay = Object.hasOwn(replays, id) ? replays[id] : undefined;
    if (replay !== undefined)
        return replay;
    throw new errors.ConfigurationError(`--reviewers: the demo cannot show ${JSON.stringify(id.slice(0, 100))}; accepted: one of ${Object.keys(replays).join(', ')}`);
}

;// CONCATENATED MODULE: ./src/demo/demo.ts















const CATEGORY = 'model-stack/review';
/** Worthless anywhere: the replay endpoint takes every key. */
const DEMO_KEY = 'demo-placeholder-key';
function introduce(name) {
    return `model-stack demo: a model of another lab reviews a change before it reaches main.

A sample shop was made whose last commit says that Claude (Anthropic) wrote it. Now ${name}
reviews that commit read-only through the same pipeline as the action. The model's answers are replayed from this
bundle: no key is used and nothing leaves this machine but the download of a CLI.
`;
}
/** Shows the whole product on a sample repository; exits 1, because the gate blocks. */
async function runDemo({ settings, inputs }, env) {
    const seat = chooseSeat(inputs.reviewers);
    const replay = replayOf(seat.id);
    process.stderr.write(`${introduce(replay.name)}\n`);
    const directory = (0,external_node_fs_.realpathSync)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'model-stack-demo-')));
    const checkout = (0,external_node_path_.join)(directory, 'shop');
    await makeSampleRepository(checkout);
    const endpoint = await replay.start();
    const log = (0,terminal_log/* makeTerminalLog */.t)({ write: (text) => process.stderr.write(text), redact: (text) => text, verbose: 'no' });
    try {
        const replayed = {
            ...settings,
            credentials: { [replay.credential]: DEMO_KEY },
            baseUrls: { [replay.baseUrlInput]: endpoint.url },
        };
        const { report, causes } = await (0,local_run.runLocally)(toRequest(seat), {
            checkout,
            settings: replayed,
            log,
            env,
            redact: (text) => text,
        });
        print(report, writeOutputs(report, directory), checkout);
        return (0,decide/* exitCode */.I$)(report, { onNotEvaluated: 'fail', causes, surface: 'command-line', configurationError: false });
    }
    finally {
        await endpoint.close();
    }
}
/** One reviewer is shown; `auto` is the first that needs no key of another vendor. */
function chooseSeat(reviewers) {
    if (reviewers === undefined || reviewers === 'auto')
        return { id: 'codex', model: undefined };
    const [seat, ...others] = reviewers;
    if (seat !== undefined && others.length === 0)
        return seat;
    throw new errors.ConfigurationError('--reviewers: the demo shows one reviewer at a time; name one, such as glm.');
}
function toRequest(seat) {
    return {
        refs: {
            mode: 'review',
            base: { kind: 'ref', ref: 'main', input: 'base-ref' },
            head: { kind: 'ref', ref: 'change', input: 'head-ref' },
            pullRequest: undefined,
        },
        pullRequestClosed: false,
        inputs: { ...load/* nothingSet */.iP, reviewers: [seat] },
        configFile: read_options/* defaultConfigFile */.mD,
        replayed: true,
        maxTokens: 'auto',
        authorModel: 'auto',
        toolVersion: version/* TOOL_VERSION */.w,
    };
}
function writeOutputs(report, directory) {
    const files = [
        ['results.sarif', (0,sarif/* sarifText */.BC)(report, { category: CATEGORY, paths: new Set(SAMPLE_CHANGED_FILES) })],
        ['job-summary.md', (0,markdown/* toMarkdown */.l)(report)],
        ['report.json', `${JSON.stringify(report, undefined, 2)}\n`],
    ];
    return files.map(([name, text]) => {
        const file = (0,external_node_path_.join)(directory, name);
        (0,external_node_fs_.writeFileSync)(file, text);
        return file;
    });
}
function print(report, files, checkout) {
    process.stdout.write(`\n${(0,terminal/* toTerminal */.y)(report, (0,terminal_log/* terminalOptions */.Z)())}\n`);
    process.stdout.write(`Written: ${files.join('\n         ')}\nSample:  ${checkout}\n\n`);
    process.stdout.write(report.conclusion === 'fail'
        ? 'The check is red, as it should be: the planted defects reach the threshold. The answers were replayed.\n'
        : 'The demo did not reach its verdict; the reason stands above.\n');
    process.stdout.write('Live, on your own change:  OPENAI_API_KEY=… node dist/index.js review --base-ref main\n');
}


/***/ }),

/***/ 2595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  estimateLocally: () => (/* binding */ estimateLocally),
  runLocally: () => (/* binding */ runLocally)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/material.ts + 17 modules
var src_material = __webpack_require__(8073);
// EXTERNAL MODULE: ./src/panel.ts + 22 modules
var panel = __webpack_require__(3404);
// EXTERNAL MODULE: ./src/review/budget.ts
var budget = __webpack_require__(7883);
// EXTERNAL MODULE: ./src/trigger/resolve.ts
var resolve = __webpack_require__(2120);
// EXTERNAL MODULE: ./src/types/diff.ts
var types_diff = __webpack_require__(1322);
;// CONCATENATED MODULE: ./src/estimate.ts






/** What a review would send, without sending anything. Rejects with ConfigurationError where nobody could review. */
async function estimateReview(request, host) {
    const change = await (0,resolve/* resolveChange */.N)(request.refs, host.commits);
    const material = await (0,src_material/* readMaterial */.e)(change, request, host);
    const { diff } = material;
    const { selection, credentials } = choose(material, request, host);
    const seats = selection.seats.map(({ id, model, family }) => ({ id, model, family: family ?? null }));
    const records = await (0,panel/* openRecords */.tW)(material, selection.seats, { request, host });
    const recalled = await records.recall();
    const earlier = recalled === undefined ? await records.recallEarlier() : undefined;
    // The directory stands in the prompt; nothing is put there.
    const snapshot = { directory: host.snapshotDirectory, fileCount: 0, neutralised: [], skipped: [] };
    const work = recalled === undefined ? (0,panel/* planWork */.Nn)({ material, snapshot, earlier }, host) : { parts: [], left: [] };
    const plan = (0,budget/* planBudget */.rS)(request.maxTokens, seats.length, work);
    const requests = plan.parts.map(toRequest);
    const tokens = requests.reduce((sum, one) => sum + one.tokens, 0);
    return {
        change: { base: change.base, head: change.head, mergeBase: change.mergeBase },
        changedLines: (0,types_diff/* changedLines */.MA)(diff.files),
        reviewers: seats,
        credentials,
        requests,
        perReviewer: { requests: requests.length, tokens },
        total: { requests: requests.length * seats.length, tokens: tokens * seats.length },
        maxTokens: plan.max,
        unreviewed: [
            ...diff.omitted.filter(({ kind }) => kind === 'unreviewed').map(({ path, reason }) => ({ path, reason })),
            ...plan.left.map(({ part, reason }) => ({ path: part, reason })),
        ],
        excluded: diff.omitted.filter(({ kind }) => kind === 'excluded').length,
        recorded: recalled === undefined ? null : recalled.reused,
        increment: earlier?.kind === 'found' ? earlier.report : null,
        notes: [...(earlier?.notes ?? [])],
    };
}
/** An estimate needs no credential: where one alone is missing, whoever would review with it is taken. */
function choose(material, request, host) {
    const { selection } = (0,panel/* chooseSeats */.IG)(material, request, host);
    if (selection.kind === 'seats') {
        const credentials = selection.seats.every(({ credential }) => credential === 'present') ? 'present' : 'missing';
        return { selection, credentials };
    }
    const { selection: other } = (0,panel/* chooseSeats */.IG)(material, request, { ...host, hasCredential: () => true });
    if (other.kind === 'seats')
        return { selection: other, credentials: 'missing' };
    throw new errors.ConfigurationError(`Nobody could review the change: ${other.reason}`);
}
function toRequest({ name, files, tokens }) {
    return { name, files: files.length, changedLines: (0,types_diff/* changedLines */.MA)(files), tokens };
}

// EXTERNAL MODULE: ./src/pipeline.ts + 48 modules
var pipeline = __webpack_require__(7718);
// EXTERNAL MODULE: ./src/host/earlier-runs.ts + 9 modules
var earlier_runs = __webpack_require__(1792);
// EXTERNAL MODULE: ./src/host/make-host.ts + 11 modules
var make_host = __webpack_require__(7003);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/host/records/record-store.ts
var record_store = __webpack_require__(5118);
;// CONCATENATED MODULE: ./src/host/records/local-records.ts




const MAX_FILES = 200;
const RECORD_FILE = /^(model-stack-[0-9a-f]{24})-[0-9a-f]{16}\.record$/;
/** Written by others than their owner. */
const SHARED = 0o022;
/** Records of this machine's user, for the command line: `$XDG_STATE_HOME/model-stack/reviews`. */
function makeLocalRecords({ env, home, log }) {
    const parent = (0,external_node_path_.join)(stateHome(env, home), 'model-stack');
    const directory = (0,external_node_path_.join)(parent, 'reviews');
    return {
        find: async (name) => {
            try {
                return (0,record_store/* isRecordName */.lx)(name) && [parent, directory].every(isOurs) ? readRecords(directory, name) : [];
            }
            catch (error) {
                log.debug(`Recorded reviews cannot be read: ${(0,record_store/* reasonOf */.A3)(error)}`);
                return [];
            }
        },
        keep: async (name, text) => {
            try {
                if (!(0,record_store/* isRecordName */.lx)(name))
                    return;
                if (!isOwnGround(parent))
                    throw new Error(`${parent} would lie in somebody else's directory`);
                (0,external_node_fs_.mkdirSync)(directory, { recursive: true, mode: 0o700 });
                if (![parent, directory].every(isOurs))
                    throw new Error(`${directory} is somebody else's`);
                writeRecord(directory, name, text);
                removeOldest(directory);
            }
            catch (error) {
                log.debug(`The review cannot be recorded: ${(0,record_store/* reasonOf */.A3)(error)}`);
            }
        },
    };
}
/** The specification of XDG ignores a path that is not absolute. */
function stateHome(env, home) {
    const given = env['XDG_STATE_HOME'] ?? '';
    return (0,external_node_path_.isAbsolute)(given) ? given : (0,external_node_path_.join)(home, '.local', 'state');
}
/** A directory, no link, that only we can write: root follows nobody else's. Elsewhere than on Unix there are no owners. */
function isOurs(path) {
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (found === undefined || !found.isDirectory())
        return false;
    const user = process.getuid?.();
    return user === undefined || (found.uid === user && (found.mode & SHARED) === 0);
}
/** Whether what is there already belongs to us: root with somebody else's HOME must leave nothing behind in it. */
function isOwnGround(path) {
    const found = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (found !== undefined)
        return process.getuid === undefined || found.uid === process.getuid();
    return (0,external_node_path_.dirname)(path) === path || isOwnGround((0,external_node_path_.dirname)(path));
}
/** Newest first. */
function listFiles(directory) {
    const files = (0,external_node_fs_.readdirSync)(directory).flatMap((file) => {
        const name = RECORD_FILE.exec(file)?.[1];
        const path = (0,external_node_path_.join)(directory, file);
        const found = name === undefined ? undefined : (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        return name === undefined || found === undefined ? [] : [{ path, name, time: found.mtimeMs }];
    });
    return files.toSorted((a, b) => b.time - a.time);
}
function readRecords(directory, name) {
    const candidates = listFiles(directory).filter((file) => file.name === name);
    return candidates.slice(0, record_store/* MAX_CANDIDATES */.qy).flatMap(({ path }) => readRecord(path) ?? []);
}
/** Undefined for what is no regular file of ours, or too large. */
function readRecord(path) {
    // Windows has neither flag; a pipe must not hold us up.
    const descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    try {
        const { size, uid } = (0,external_node_fs_.fstatSync)(descriptor);
        const ours = process.getuid === undefined || uid === process.getuid();
        const readable = (0,external_node_fs_.fstatSync)(descriptor).isFile() && ours && size <= record_store/* MAX_RECORD_BYTES */.xR;
        return readable ? (0,external_node_fs_.readFileSync)(descriptor, 'utf8') : undefined;
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** Whole or not at all, under a name that tells equal records from others. */
function writeRecord(directory, name, text) {
    const digest = (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
    const file = (0,external_node_path_.join)(directory, `${name}-${digest}.record`);
    const part = `${file}.${process.pid}.part`;
    try {
        (0,external_node_fs_.writeFileSync)(part, text, { mode: 0o600, flag: 'wx' });
        (0,external_node_fs_.renameSync)(part, file);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(part, { force: true });
        throw error;
    }
}
function removeOldest(directory) {
    for (const { path } of listFiles(directory).slice(MAX_FILES))
        (0,external_node_fs_.rmSync)(path, { force: true });
}

// EXTERNAL MODULE: ./src/host/run-directory.ts
var run_directory = __webpack_require__(989);
;// CONCATENATED MODULE: ./src/host/local-run.ts








/** On the command line there is no GitHub: a baseline file, and the reviews that this user had recorded. */
function localEarlierRuns(git, { checkout, settings, log, env, redact }) {
    return (0,earlier_runs/* makeEarlierRuns */.v)({
        ...{ github: undefined, git, log, redact, checkout, surface: 'command-line', need: 'same-tree' },
        store: makeLocalRecords({ env, home: (0,external_node_os_.homedir)(), log }),
        secrets: settings.credentials,
        place: (0,external_node_fs_.realpathSync)(checkout),
        ...{ category: settings.category, baseline: settings.baseline, queued: undefined, now: () => Date.now() },
    });
}
/** Runs the pipeline on a local checkout; nobody else moves its head. */
function runLocally(request, options) {
    return withHost(options, (host) => (0,pipeline.runPipeline)(request, host));
}
/** What the run would send, without sending anything. */
function estimateLocally(request, options) {
    return withHost(options, (host) => estimateReview(request, host));
}
async function withHost(options, run) {
    const directory = (0,run_directory/* makeRunDirectory */.L6)([(0,external_node_os_.tmpdir)(), '/var/tmp']);
    const interrupted = new AbortController();
    const onSignal = (signal) => interrupted.abort(new Error(`Interrupted (${signal}).`));
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    try {
        const host = await (0,make_host.makeHost)({
            ...options,
            checkout: (0,external_node_fs_.realpathSync)(options.checkout),
            directory,
            serverUrl: options.env['GITHUB_SERVER_URL'] ?? 'https://github.com',
            signal: interrupted.signal,
            readHead: async () => ({ kind: 'same' }),
            runUrl: null,
            earlierRuns: (git) => localEarlierRuns(git, options),
        });
        return await run(host);
    }
    finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
        directory.dispose();
    }
}


/***/ }),

/***/ 989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L6: () => (/* binding */ makeRunDirectory),
/* harmony export */   Oh: () => (/* binding */ makeDirectory),
/* harmony export */   TX: () => (/* binding */ removeRunDirectory),
/* harmony export */   Z4: () => (/* binding */ makeOutputDirectory),
/* harmony export */   kj: () => (/* binding */ isReachable),
/* harmony export */   pQ: () => (/* binding */ isRunDirectory),
/* harmony export */   tB: () => (/* binding */ isSandboxUser)
/* harmony export */ });
/* unused harmony export RUN_DIRECTORY_PREFIX */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3916);





const CODEX_LEFTOVERS = ['codex-daemon', 'codex-bwrap-synthetic-mount-targets'];
const RUN_DIRECTORY_PREFIX = 'model-stack-run-';
/** A socket's path holds 103 bytes on every system; `/s-XXXXXX/s` takes 11 of them. */
const MAX_SOCKET_BASE = 103 - 11;
const SHORT_BASE = '/tmp';
const SOCKET_MARK = '-s-';
/** Users that systemd hands out to throw-away services; nobody's files belong to them. */
const FIRST_DYNAMIC_USER = 61_184;
const LAST_DYNAMIC_USER = 65_519;
/** Makes the directory below the first of `bases` that can be written and that the reviewer's user can reach. */
function makeRunDirectory(bases) {
    const sandboxUser = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(FIRST_DYNAMIC_USER, LAST_DYNAMIC_USER + 1);
    const chosen = process.getuid?.() === 0 ? { uid: sandboxUser, gid: sandboxUser } : undefined;
    const reachable = bases.filter((base) => chosen === undefined || isReachable(base));
    const root = makeRoot(reachable.length === 0 ? [(0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)()] : reachable, chosen);
    const identity = chosen !== undefined && canBecome(root, chosen) ? chosen : undefined;
    const canaries = [];
    return {
        root,
        snapshot: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'snapshot'),
        repository: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'objects'),
        identity,
        sandboxUser,
        makeScratch: () => makeScratch(root, identity),
        makeSocketPath: () => {
            const isShort = Buffer.byteLength(root) <= MAX_SOCKET_BASE;
            const prefix = isShort ? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 's-') : (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(SHORT_BASE, `${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root)}${SOCKET_MARK}`);
            return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)(prefix), 's');
        },
        makeCanaries: () => {
            canaries.push(...canaryDirectories().flatMap((place) => writeCanary(place, canaryPrefix(root))));
            return canaries;
        },
        dispose: () => {
            for (const file of canaries)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(file, { force: true });
            removeNamed(SHORT_BASE, `${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root)}${SOCKET_MARK}`);
            if (identity !== undefined)
                removeCodexLeftovers(identity);
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(root, { recursive: true, force: true, maxRetries: 3 });
        },
    };
}
/** Left by a Codex CLI without a sandbox, under its hard-coded names. Nobody else is that user. */
function removeCodexLeftovers({ uid }) {
    for (const name of CODEX_LEFTOVERS)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)('/tmp', `${name}-${uid}`), { recursive: true, force: true });
}
/** Root of a user namespace that maps no other user, as in rootless containers, cannot hand anything over. */
function canBecome(root, identity) {
    const probe = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'probe-'));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chownSync)(probe, identity.uid, identity.gid);
        return true;
    }
    catch {
        return false;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(probe, { recursive: true, force: true });
    }
}
function makeRoot(bases, identity) {
    const problems = [];
    for (const base of bases) {
        try {
            const root = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(base, RUN_DIRECTORY_PREFIX)));
            // Another user must pass through, and must not list.
            if (identity !== undefined)
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(root, 0o711);
            return root;
        }
        catch (error) {
            problems.push(error);
        }
    }
    const why = problems.map((error) => (error instanceof Error ? error.message : String(error))).join('; ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.ConfigurationError(`No private directory could be made in ${bases.join(', ')} (${why}). Free some space there, or point TMPDIR (RUNNER_TEMP on a runner) to a writable directory.`, { cause: problems[0] });
}
function makeScratch(root, identity) {
    const directory = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(root, 'scratch-'));
    // As for the root: another user must pass through, and must not list.
    if (identity !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(directory, 0o711);
    return directory;
}
function canaryDirectories() {
    return [(0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), (0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)()];
}
/** Canaries carry the name of their run, so that the post step finds those of a killed one. */
function canaryPrefix(root) {
    return `.model-stack-canary-${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root).slice(RUN_DIRECTORY_PREFIX.length)}-`;
}
function writeCanary(directory, prefix) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, `canary ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex')}\n`, { flag: 'wx', mode: 0o644 });
        return [file];
    }
    catch {
        return []; // a home that cannot be written, as some runners have it
    }
}
/** Whether any user may pass through every directory down to `path`. */
function isReachable(path) {
    try {
        let current = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(path);
        while (true) {
            if (((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(current).mode & 0o001) === 0)
                return false;
            const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(current);
            if (parent === current)
                return true;
            current = parent;
        }
    }
    catch {
        return false;
    }
}
/** Whether the path is named like a run directory. */
function isRunDirectory(root) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.isAbsolute)(root) && name.startsWith(RUN_DIRECTORY_PREFIX) && name !== RUN_DIRECTORY_PREFIX;
}
/** Whether it is one of the users that are taken for sandboxes. */
function isSandboxUser(uid) {
    return Number.isInteger(uid) && uid >= FIRST_DYNAMIC_USER && uid <= LAST_DYNAMIC_USER;
}
/** Removes what a killed run left; refuses anything that is not named like a run directory. */
function removeRunDirectory(root) {
    if (!isRunDirectory(root))
        return;
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(root);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(root, { recursive: true, force: true, maxRetries: 3 });
    for (const place of canaryDirectories())
        removeNamed(place, canaryPrefix(root));
    removeNamed(SHORT_BASE, `${name}${SOCKET_MARK}`);
}
function removeNamed(directory, prefix) {
    try {
        const left = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter((name) => name.startsWith(prefix));
        for (const name of left)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name), { recursive: true, force: true });
    }
    catch {
        // A home that cannot be listed could not be written either.
    }
}
/** A fresh directory for what is published, in the first of `bases` that can be written; it stays. */
function makeOutputDirectory(bases) {
    const problems = [];
    for (const base of bases) {
        try {
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(base, 'model-stack-'));
        }
        catch (error) {
            problems.push(error instanceof Error ? error.message : String(error));
        }
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.ConfigurationError(`No directory for report and SARIF could be made (${problems.join('; ')}). Free some space, or point RUNNER_TEMP to a writable directory.`);
}
/** Makes `directory` and its parents for files that survive the run, such as the tool cache. */
function makeDirectory(directory) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(directory, { recursive: true });
    return directory;
}


/***/ }),

/***/ 5508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IW: () => (/* binding */ branchNamed),
/* harmony export */   O5: () => (/* binding */ branchOfOrigin),
/* harmony export */   yG: () => (/* binding */ localBranch)
/* harmony export */ });
const LOCAL = 'refs/heads/';
const ORIGIN = 'refs/remotes/origin/';
/** The branch that git understands by a ref that resolves; undefined for a tag, a commit, HEAD or what lies beside one. */
async function branchNamed(ref, refs) {
    if (ref.startsWith('refs/'))
        return localBranch(ref) ?? branchOfOrigin(ref);
    // `main~1` and `main@{1}` are commits, not branches.
    if (ref === 'HEAD' || /[~^]|@\{/.test(ref))
        return undefined;
    const exists = async (name) => (await refs.resolveRef(name)) !== undefined;
    // In git's order: a tag wins over a branch of the same name.
    if (await exists(`refs/tags/${ref}`))
        return undefined;
    if (await exists(`${LOCAL}${ref}`))
        return ref;
    if (await exists(`refs/remotes/${ref}`))
        return branchOfOrigin(`refs/remotes/${ref}`);
    return (await exists(`${ORIGIN}${ref}`)) ? ref : undefined;
}
/** `main` of `refs/heads/main`. */
function localBranch(ref) {
    return nameBelow(LOCAL, ref);
}
/** `main` of `refs/remotes/origin/main`; origin's HEAD has no name of its own. */
function branchOfOrigin(ref) {
    const name = nameBelow(ORIGIN, ref);
    return name === 'HEAD' ? undefined : name;
}
function nameBelow(prefix, ref) {
    if (!ref.startsWith(prefix) || /[~^]|@\{/.test(ref))
        return undefined;
    return ref.slice(prefix.length);
}


/***/ }),

/***/ 6939:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
const maximumCharacters = 200;
/** Foreign text inside an error message: one line of ASCII, capped. */
function printable(text) {
    return text
        .slice(0, 2 * maximumCharacters)
        .replace(/[^\x20-\x7e]+/g, ' ')
        .slice(0, maximumCharacters);
}


/***/ })

};
