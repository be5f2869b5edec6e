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
/* harmony import */ var _host_abort_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7084);
/* harmony import */ var _host_isolation_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9589);
/* harmony import */ var _host_make_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4688);
/* harmony import */ var _host_run_directory_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(989);
/* harmony import */ var _host_version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2913);
/* harmony import */ var _review_plan_seats_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6246);
/* harmony import */ var _reviewers_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4453);
/* harmony import */ var _reviewers_pins_codex_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3982);
/* harmony import */ var _types_reviewer_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8726);













const CHECK_MS = 60_000;
/** Prints what this machine can do; 0 where `auto` would find a reviewer for some author, else 2. Downloads nothing. */
async function runDoctor({ settings }, env) {
    const isolation = await tryIsolation(settings, env);
    const checkups = await Promise.all(_reviewers_index_js__WEBPACK_IMPORTED_MODULE_9__/* .reviewers */ .r.map((reviewer) => examine(reviewer, { settings, env, isolation })));
    const choices = _types_reviewer_js__WEBPACK_IMPORTED_MODULE_11__/* .families */ .TJ.map((family) => ({ family, chosen: chooseFor([family], checkups) }));
    const unknown = chooseFor([], checkups);
    const lines = [
        ...describeMachine(env),
        '',
        ...describeIsolation(isolation),
        '',
        ...checkups.flatMap(describe),
        '',
        ...describeChoices(unknown, choices),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return choices.some(({ chosen }) => chosen !== undefined) ? 0 : 2;
}
/** Whom `auto` would take for a change of these families; undefined where nobody may review it. */
function chooseFor(written, checkups) {
    const selection = (0,_review_plan_seats_js__WEBPACK_IMPORTED_MODULE_8__/* .planSeats */ .m)({
        authorship: {
            perCommit: [{ sha: '', families: written, unknown: written.length === 0, vouched: written.length > 0 }],
        },
        rules: { reviewers: 'auto', fallbackReviewers: [], familyPolicy: 'require', allowedFamilies: undefined },
        contender: ({ id }) => checkups.find(({ reviewer }) => reviewer.id === id)?.contender,
    });
    const works = selection.kind === 'seats' && selection.seats.every(({ credential }) => credential === 'present');
    return works ? selection.seats.map(({ id }) => id).join(' and ') : undefined;
}
async function examine(reviewer, { settings, env, isolation }) {
    const { id, family, defaultModel, credential: credentialInput } = reviewer;
    const contender = {
        ...{ id, family, model: defaultModel, credentialInput },
        credential: settings.credentials[credentialInput] === undefined ? 'missing' : 'present',
        isolation: reviewer.tool === undefined || isolation.holds === 'yes'
            ? { kind: 'possible' }
            : { kind: 'impossible', why: 'no sandbox holds on this machine' },
    };
    if (reviewer.tool === undefined)
        return { reviewer, contender, tool: 'none needed' };
    try {
        const tool = await (0,_host_make_host_js__WEBPACK_IMPORTED_MODULE_5__/* .installed */ .$f)(reviewer.tool, { settings, env, cliPath: settings.cliPaths[reviewer.id] });
        const where = tool === undefined ? 'not installed; the first review downloads it' : `${tool.version} in ${tool.directory}`;
        return { reviewer, contender, tool: where };
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ReviewerError */ .Qh))
            throw error;
        const why = `${error.code}: ${error.message}`;
        return { reviewer, contender: { ...contender, isolation: { kind: 'impossible', why } }, tool: why };
    }
}
async function tryIsolation(settings, env) {
    const directory = (0,_host_run_directory_js__WEBPACK_IMPORTED_MODULE_6__/* .makeRunDirectory */ .L6)([(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), '/var/tmp']);
    try {
        (0,_host_isolation_js__WEBPACK_IMPORTED_MODULE_4__/* .requireSandboxPlatform */ .W)(process.platform);
        const sandbox = await (0,_host_isolation_js__WEBPACK_IMPORTED_MODULE_4__/* .openSandbox */ .E)({
            platform: process.platform,
            isRoot: process.getuid?.() === 0,
            uid: directory.sandboxUser,
            // Nobody is started after the preflight, which has its own.
            socket: '',
            trialSocket: directory.makeSocketPath(),
            snapshot: writeSnapshot(directory),
            readOnly: [directory.snapshot],
            programs: [],
            canaryFiles: directory.makeCanaries(),
            secretPlaces: [process.cwd(), (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)()],
            orders: directory.makeScratch(),
            signal: (0,_host_abort_js__WEBPACK_IMPORTED_MODULE_12__/* .withDeadline */ .N)(new AbortController().signal, CHECK_MS),
            bundledBubblewrap: async () => (await installedOrNothing(settings, env))?.bubblewrap,
        });
        return { holds: 'yes', level: sandbox.level, name: sandbox.name, checks: sandbox.preflight };
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
/** For its bubblewrap. A package that is not there or not sound is reported with its reviewer. */
async function installedOrNothing(settings, env) {
    try {
        return await (0,_host_make_host_js__WEBPACK_IMPORTED_MODULE_5__/* .installed */ .$f)(_reviewers_pins_codex_js__WEBPACK_IMPORTED_MODULE_10__/* .codexTool */ .c, { settings, env, cliPath: undefined });
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ReviewerError */ .Qh))
            throw error;
        return undefined;
    }
}
function writeSnapshot(directory) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(directory.snapshot, { mode: 0o755 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(directory.snapshot, 'file.txt'), 'text\n', { mode: 0o444 });
    return directory.snapshot;
}
function describeMachine(env) {
    return [
        `model-stack-action ${_host_version_js__WEBPACK_IMPORTED_MODULE_7__/* .TOOL_VERSION */ .w}, Node ${process.versions.node}, ${process.platform}-${process.arch}`,
        `running as ${process.getuid?.() === 0 ? 'root' : 'an ordinary user'}`,
        `tool cache: ${(0,_host_make_host_js__WEBPACK_IMPORTED_MODULE_5__/* .cacheRoot */ .P5)(env)}`,
    ];
}
function describeIsolation(isolation) {
    if (isolation.holds === 'no')
        return ['isolation: none', `  ${isolation.why}`];
    return [
        `isolation: ${isolation.level}, ${isolation.name}. Proved from inside:`,
        ...isolation.checks.map((check) => `  ${check}`),
    ];
}
function describe({ reviewer, tool, contender }) {
    const input = reviewer.credential;
    return [
        `${reviewer.id}  (family ${reviewer.family}, default model ${reviewer.defaultModel})`,
        `  CLI         ${tool}`,
        `  credential  ${contender.credential === 'present' ? 'present' : `missing: input ${input}, or ${input.replaceAll('-', '_').toUpperCase()}`}`,
        `  isolation   ${describeConfinement(reviewer, contender)}`,
    ];
}
function describeConfinement({ tool }, { isolation }) {
    if (tool === undefined)
        return 'in-process: runs no commands and needs no sandbox';
    return isolation.kind === 'possible' ? 'in the sandbox named above' : `none: ${isolation.why}`;
}
/** Grouped by whom `auto` would choose. */
function describeChoices(unknown, choices) {
    const lines = new Map();
    for (const { family, chosen } of choices) {
        if (chosen !== undefined)
            lines.set(chosen, [...(lines.get(chosen) ?? []), family]);
    }
    const open = choices.filter(({ chosen }) => chosen === undefined).map(({ family }) => family);
    if (lines.size === 0)
        return ['auto would choose: nobody. No author family could be reviewed. Give a key, or see above what is missing.'];
    return [
        `auto would choose: ${unknown ?? 'nobody'} where the author is unknown`,
        ...[...lines].map(([chosen, written]) => `  ${chosen} for a change by ${written.join(', ')}`),
        open.length === 0
            ? 'every author family can be reviewed by another one'
            : `author families that could not be reviewed: ${open.join(', ')}`,
    ];
}


/***/ })

};
