export const id = 316;
export const ids = [316];
export const modules = {

/***/ 4316:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDoctor: () => (/* binding */ runDoctor)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3916);
/* harmony import */ var _host_make_host_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4688);
/* harmony import */ var _host_run_command_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3626);
/* harmony import */ var _host_run_directory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(989);
/* harmony import */ var _host_version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2913);
/* harmony import */ var _review_parse_reply_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6342);
/* harmony import */ var _reviewers_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6997);
/* harmony import */ var _types_reviewer_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8726);











const CHECK_MS = 60_000;
/** Prints what this machine can do; 0 where `auto` would find a reviewer, else 2. Downloads nothing. */
async function runDoctor({ settings }, env) {
    const checkups = [];
    for (const reviewer of _reviewers_index_js__WEBPACK_IMPORTED_MODULE_9__/* .reviewers */ .r)
        checkups.push(await examine(reviewer, { settings, env }));
    const chosen = checkups.find(({ credential, isolation }) => credential === 'present' && isolation.holds !== 'no');
    process.stdout.write(`${[...describeMachine(env), '', ...checkups.flatMap(describe), '', ...describeChoice(chosen)].join('\n')}\n`);
    return chosen === undefined ? 2 : 0;
}
async function examine(reviewer, { settings, env }) {
    const credential = settings.credentials[reviewer.credential] === undefined ? 'missing' : 'present';
    if (process.platform !== 'linux') {
        return {
            reviewer,
            credential,
            tool: 'not installed',
            isolation: { holds: 'no', why: `${process.platform} has no sandbox for CLI reviewers yet (SANDBOX_UNAVAILABLE)` },
        };
    }
    try {
        const tool = await (0,_host_make_host_js__WEBPACK_IMPORTED_MODULE_4__/* .installed */ .$f)(reviewer, settings, env);
        if (tool === undefined)
            return {
                reviewer,
                credential,
                tool: 'not installed; the first review downloads it',
                isolation: { holds: 'not tried', why: 'tried as soon as the CLI is installed' },
            };
        return {
            reviewer,
            credential,
            tool: `${tool.version} in ${tool.directory}`,
            isolation: await tryIsolation(reviewer, tool),
        };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ReviewerError */ .Qh))
            throw error;
        return {
            reviewer,
            credential,
            tool: `${error.code}: ${error.message}`,
            isolation: { holds: 'no', why: 'the CLI cannot be used' },
        };
    }
}
/** The same preflight as before a review, on a snapshot of one file. */
async function tryIsolation(reviewer, tool) {
    const directory = (0,_host_run_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .makeRunDirectory */ .L6)([(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), '/var/tmp']);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory.snapshot);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory.snapshot, 'file.txt'), 'text\n');
        const io = {
            tool,
            endpoint: { baseUrl: reviewer.baseUrl.vendor, key: 'none' },
            run: (command) => (0,_host_run_command_js__WEBPACK_IMPORTED_MODULE_5__/* .runCommand */ .d)(command, directory.identity),
            onEvent: () => { },
        };
        const request = {
            prompt: '',
            outputSchema: (0,_review_parse_reply_js__WEBPACK_IMPORTED_MODULE_8__/* .replySchema */ .C)(),
            snapshot: directory.snapshot,
            scratch: directory.makeScratch(),
            model: reviewer.defaultModel,
            effort: 'low',
            isolation: 'sandbox',
            signal: AbortSignal.timeout(CHECK_MS),
        };
        const checks = await reviewer.preflight(request, io, directory.makeCanaries());
        return { holds: 'yes', why: checks.join(', ') };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ReviewerError */ .Qh))
            throw error;
        return { holds: 'no', why: `${error.code}: ${error.message}` };
    }
    finally {
        directory.dispose();
    }
}
function describeMachine(env) {
    const user = process.getuid?.() === 0 ? 'root (reviewers run as a throw-away user)' : 'an ordinary user';
    return [
        `model-stack-action ${_host_version_js__WEBPACK_IMPORTED_MODULE_7__/* .TOOL_VERSION */ .w}, Node ${process.versions.node}, ${process.platform}-${process.arch}`,
        `running as ${user}; user namespaces ${(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)('/proc/self/ns/user') ? 'are known to the kernel' : 'are not available'}`,
        `tool cache: ${(0,_host_make_host_js__WEBPACK_IMPORTED_MODULE_4__/* .cacheRoot */ .P5)(env)}`,
    ];
}
function describe({ reviewer, tool, credential, isolation }) {
    return [
        `${reviewer.id}  (family ${reviewer.family}, default model ${reviewer.defaultModel})`,
        `  CLI         ${tool}`,
        `  credential  ${credential === 'present' ? 'present' : `missing: input ${reviewer.credential}, or ${reviewer.credential.replaceAll('-', '_').toUpperCase()}`}`,
        `  isolation   ${isolation.holds}: ${isolation.why}`,
    ];
}
function describeChoice(chosen) {
    if (chosen === undefined)
        return ['auto would choose: nobody. No author family could be reviewed. Give a key, or see above what is missing.'];
    const { family } = chosen.reviewer;
    const others = _types_reviewer_js__WEBPACK_IMPORTED_MODULE_10__/* .families */ .TJ.filter((name) => name !== family);
    return [
        `auto would choose: ${chosen.reviewer.id}`,
        `author families that another family reviews: ${others.join(', ')}`,
        `author families that nobody else could review: ${family}`,
    ];
}


/***/ })

};
