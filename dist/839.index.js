export const id = 839;
export const ids = [839,381];
export const modules = {

/***/ 839:
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
// EXTERNAL MODULE: ./src/gate/decide.ts
var decide = __webpack_require__(5243);
// EXTERNAL MODULE: ./src/host/local-run.ts
var local_run = __webpack_require__(5381);
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
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
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

// EXTERNAL MODULE: ./src/host/git.ts
var host_git = __webpack_require__(3086);
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
    },
];

;// CONCATENATED MODULE: ./src/demo/demo.ts














const CATEGORY = 'model-stack/review';
/** Worthless anywhere: the replay endpoint takes every key. */
const DEMO_KEY = 'demo-placeholder-key';
const INTRODUCTION = `model-stack demo: a model of another lab reviews a change before it reaches main.

A sample shop was made whose last commit says that Claude (Anthropic) wrote it. The real Codex CLI (OpenAI),
pinned and verified, now reviews that commit read-only through the same pipeline as the action. The model's
answers are replayed from this bundle: no key is used and nothing leaves this machine but the download of the CLI.
`;
/** Shows the whole product on a sample repository; exits 1, because the gate blocks. */
async function runDemo(settings, env) {
    process.stderr.write(`${INTRODUCTION}\n`);
    const directory = (0,external_node_fs_.realpathSync)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'model-stack-demo-')));
    const checkout = (0,external_node_path_.join)(directory, 'shop');
    await makeSampleRepository(checkout);
    const endpoint = await startReplayEndpoint([
        { kind: 'command', command: `cat ${SAMPLE_CHANGED_FILES.join(' ')}` },
        {
            kind: 'message',
            text: JSON.stringify({ findings: SAMPLE_FINDINGS, filesReviewed: SAMPLE_CHANGED_FILES, notVerified: [] }),
        },
    ]);
    const log = (0,terminal_log/* makeTerminalLog */.t)({ write: (text) => process.stderr.write(text), redact: (text) => text, verbose: 'no' });
    try {
        const replay = {
            ...settings,
            credentials: { 'openai-api-key': DEMO_KEY },
            baseUrls: { 'openai-base-url': endpoint.url },
        };
        const { report, causes } = await (0,local_run.runLocally)(REQUEST, { checkout, settings: replay, log, env });
        print(report, writeOutputs(report, directory), checkout);
        return (0,decide/* exitCode */.I)(report, { onNotEvaluated: 'fail', causes, surface: 'command-line', configurationError: false });
    }
    finally {
        await endpoint.close();
    }
}
const REQUEST = {
    refs: {
        mode: 'review',
        base: { kind: 'ref', ref: 'main', input: 'base-ref' },
        head: { kind: 'ref', ref: 'change', input: 'head-ref' },
        pullRequest: undefined,
    },
    pullRequestClosed: false,
    inputs: { ...load/* nothingSet */.iP, reviewers: [{ id: 'codex', model: undefined }] },
    configFile: read_options/* defaultConfigFile */.mD,
    replayed: true,
    maxTokens: 'auto',
    authorModel: 'auto',
    toolVersion: version/* TOOL_VERSION */.w,
};
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

/***/ 5381:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runLocally: () => (/* binding */ runLocally)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _pipeline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7608);
/* harmony import */ var _make_host_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4688);
/* harmony import */ var _run_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(989);





/** Runs the pipeline on a local checkout; nobody else moves its head. */
async function runLocally(request, options) {
    const directory = (0,_run_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .makeRunDirectory */ .L6)([(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), '/var/tmp']);
    const interrupted = new AbortController();
    const onSignal = (signal) => interrupted.abort(new Error(`Interrupted (${signal}).`));
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    try {
        const host = await (0,_make_host_js__WEBPACK_IMPORTED_MODULE_3__/* .makeHost */ .Df)({
            ...options,
            checkout: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(options.checkout),
            directory,
            serverUrl: options.env['GITHUB_SERVER_URL'] ?? 'https://github.com',
            signal: interrupted.signal,
            readHead: async () => ({ kind: 'same' }),
        });
        return await (0,_pipeline_js__WEBPACK_IMPORTED_MODULE_2__/* .runPipeline */ .a)(request, host);
    }
    finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
        directory.dispose();
    }
}


/***/ })

};
