export const id = 588;
export const ids = [588];
export const modules = {

/***/ 6588:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction),
  runPost: () => (/* binding */ runPost)
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
// EXTERNAL MODULE: ./src/report/log-text.ts
var log_text = __webpack_require__(9018);
// EXTERNAL MODULE: ./src/host/terminal-log.ts
var terminal_log = __webpack_require__(3531);
;// CONCATENATED MODULE: ./src/host/action-log.ts


/** The log of a job. The only workflow commands it writes are `group` and `endgroup`, with titles of our own. */
function makeActionLog(options) {
    const { write, redact } = options;
    return {
        ...(0,terminal_log/* makeTerminalLog */.t)(options),
        group: async (title, body) => {
            write(`::group::${(0,log_text.inertLogText)(redact(title)).join(' ').replace(/^│ /, '')}\n`);
            try {
                return await body();
            }
            finally {
                write('::endgroup::\n');
            }
        },
    };
}

// EXTERNAL MODULE: ./src/host/failed-outcome.ts
var failed_outcome = __webpack_require__(5820);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./src/host/github.ts

const REQUEST_TIMEOUT_MS = 20_000;
const TRIES = 3;
const PullRequestHead = schemas/* object */.Ikc({ head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP() }), state: schemas/* string */.YjP() });
/** Whether the pull request still stands at the commit that was reviewed. A failure to ask is an answer of its own. */
async function readHead(change, options) {
    const pull = change.pullRequest;
    if (pull === undefined)
        return { kind: 'same' };
    if (options.token === undefined)
        return { kind: 'unknown', why: 'github-token is empty' };
    try {
        const current = await getJson(`${options.apiUrl}/repos/${options.repository}/pulls/${pull.number}`, options.token);
        const parsed = PullRequestHead.safeParse(current);
        if (!parsed.success)
            return { kind: 'unknown', why: 'the API did not answer with a pull request' };
        return parsed.data.head.sha === change.head
            ? { kind: 'same' }
            : { kind: 'moved', to: parsed.data.head.sha.slice(0, 64) };
    }
    catch (error) {
        return { kind: 'unknown', why: error instanceof Error ? error.message : String(error) };
    }
}
async function getJson(url, token) {
    const { HttpClient } = await __webpack_require__.e(/* import() */ 942).then(__webpack_require__.bind(__webpack_require__, 4942));
    const client = new HttpClient('model-stack-action', [], {
        allowRetries: true,
        maxRetries: TRIES - 1,
        socketTimeout: REQUEST_TIMEOUT_MS,
        allowRedirects: false,
    });
    const headers = {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'x-github-api-version': '2022-11-28',
    };
    const { result } = await client.getJson(url, headers);
    return result;
}

// EXTERNAL MODULE: ./src/host/job-secrets.ts
var job_secrets = __webpack_require__(8053);
// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
// EXTERNAL MODULE: ./src/report/safe-path.ts
var safe_path = __webpack_require__(2153);
// EXTERNAL MODULE: ./src/report/wording.ts
var wording = __webpack_require__(5594);
;// CONCATENATED MODULE: ./src/report/annotations.ts




/** The runner keeps 10 of each level in a step and drops the rest silently (actions/toolkit, problem-matchers). */
const PER_LEVEL = 10;
/** The runner cuts a message at 4,096 characters (actions/toolkit, problem-matchers). */
const MESSAGE_CHARACTERS = 4_096;
/** A check run refuses longer titles (OpenAPI description of check runs). */
const TITLE_CHARACTERS = 255;
/** The annotations of a run, worst first, within the platform's limits; what is left out is counted in the last one. */
function toAnnotations(report) {
    const { grounded, unverified, own } = (0,wording/* groupResults */.Wr)(report);
    const all = [...runAnnotations(report), ...grounded.map(toAnnotation), ...own.map(toAnnotation)];
    const kept = ['error', 'warning', 'notice'].flatMap((level) => {
        const ofLevel = all.filter((annotation) => annotation.level === level);
        // One notice is kept free for the count.
        return ofLevel.slice(0, level === 'notice' ? PER_LEVEL - 1 : PER_LEVEL);
    });
    const left = leftOut(all.length - kept.length, unverified.length);
    return left === undefined ? kept : [...kept, left];
}
function runAnnotations(report) {
    return [...verdictAnnotations(report), ...isolationAnnotations(report), ...waiverAnnotations(report)];
}
function waiverAnnotations({ reviewers }) {
    return reviewers.some(({ waiver }) => waiver) ? [annotation('warning', 'family-policy: waiver', wording/* WAIVER */.bl)] : [];
}
function isolationAnnotations(report) {
    if ((0,wording/* isolationOf */._x)(report) !== 'none')
        return [];
    return [annotation('warning', 'isolation: none', wording/* NOT_ISOLATED */.UD)];
}
function verdictAnnotations(report) {
    const reason = report.reasons[0]?.message ?? 'no reason was recorded';
    if (report.conclusion === 'not-evaluated')
        return [annotation('error', 'NOT REVIEWED', `NOT REVIEWED: ${reason}`)];
    const fails = report.conclusion === 'fail' && !report.results.some((result) => result.blocking);
    return fails ? [annotation('error', 'Review failed', reason)] : [];
}
function toAnnotation(result) {
    const advice = result.recommendation === null ? [] : [`Recommendation: ${result.recommendation}`];
    const text = [result.message, ...advice, (0,wording/* blockingWords */.lH)(result)].join('\n\n');
    const base = annotation(levelOf(result), `${result.severity} ${result.ruleId}: ${result.title}`, text);
    if (!(0,safe_path/* isSafePath */.p)(result.path))
        return base;
    // A line of the old side does not exist in the files that the platform shows.
    if (result.side === 'old')
        return { ...base, path: result.path };
    return { ...base, path: result.path, startLine: result.region.startLine, endLine: result.region.endLine };
}
function levelOf(result) {
    if (result.blocking)
        return 'error';
    return result.severity === 'low' ? 'notice' : 'warning';
}
function annotation(level, title, message) {
    return {
        level,
        title: (0,log_text/* breakCommands */.ix)((0,report_escape/* singleLine */.pF)(title, TITLE_CHARACTERS - 20)),
        message: (0,log_text/* breakCommands */.ix)((0,report_escape/* plainText */.wh)(message, MESSAGE_CHARACTERS - 200)).slice(0, MESSAGE_CHARACTERS),
    };
}
function leftOut(overLimit, unverified) {
    const parts = [
        ...(overLimit === 0
            ? []
            : [`${(0,wording/* count */.U9)(overLimit, 'more result')} not annotated: the platform shows ${PER_LEVEL} of a level.`]),
        ...(unverified === 0 ? [] : [`${(0,wording/* count */.U9)(unverified, 'result')} not verified and therefore not annotated.`]),
    ];
    if (parts.length === 0)
        return undefined;
    return annotation('notice', 'More in the job summary', `${parts.join(' ')} See the job summary and the report file.`);
}

// EXTERNAL MODULE: ./src/report/job-summary.ts + 2 modules
var job_summary = __webpack_require__(2747);
// EXTERNAL MODULE: ./src/types/rule.ts
var rule = __webpack_require__(5747);
;// CONCATENATED MODULE: ./src/report/outputs.ts



const REASON_CHARACTERS = 1_000;
/** The action's outputs, by name. Numbers of results are empty when the change was not evaluated. */
function toOutputs(report, files) {
    return {
        conclusion: report.conclusion,
        reason: (0,log_text/* breakCommands */.ix)((0,report_escape/* singleLine */.pF)(report.reasons[0]?.message ?? '', REASON_CHARACTERS)),
        ...resultOutputs(report),
        coverage: String(report.coverage.percent),
        'author-families': report.authorship.families.join(','),
        reviewers: report.reviewers
            .filter((reviewer) => reviewer.status === 'completed')
            .map((reviewer) => (0,report_escape/* singleLine */.pF)(reviewer.id, 100))
            .join(','),
        waiver: String(report.reviewers.some((reviewer) => reviewer.waiver)),
        override: String(report.override !== null),
        'sarif-file': files.sarifFile,
        'report-file': files.reportFile,
        isolation: report.isolation.level,
    };
}
function resultOutputs(report) {
    if (report.conclusion === 'not-evaluated')
        return { results: '', blocking: '', 'highest-severity': '' };
    const open = report.results.filter((result) => result.suppression === null && result.baselineState !== 'absent');
    return {
        results: String(open.length),
        blocking: String(open.filter((result) => result.blocking).length),
        'highest-severity': open.toSorted(rule/* bySeverity */.Np)[0]?.severity ?? 'none',
    };
}

// EXTERNAL MODULE: ./src/report/sarif.ts + 1 modules
var sarif = __webpack_require__(5326);
;// CONCATENATED MODULE: ./src/host/publish.ts






/**
 * Writes every output of the action. A sink that fails is a warning and never changes the verdict; but without its
 * report or its SARIF a step must not be green, which `incomplete` says.
 */
async function publish(report, options) {
    const { reportFile, sarifFile, repository, category, changedPaths, summaryFile, log } = options;
    const reportWrite = attempt('report-file', log, () => options.write(reportFile, `${JSON.stringify(report, undefined, 2)}\n`));
    const sarifWrite = attempt('sarif-file', log, () => options.write(sarifFile, (0,sarif/* sarifText */.BC)(report, { category, paths: changedPaths })));
    attempt('job summary', log, () => writeSummary(summaryFile, (0,job_summary/* toJobSummary */.D)(report, { serverUrl: repository.serverUrl, repository: repository.name })));
    // A file that could not be written must not be read by a later step.
    const written = {
        reportFile: reportWrite === 'written' ? reportFile : '',
        sarifFile: sarifWrite === 'written' ? sarifFile : '',
    };
    const outputs = attempt('outputs', log, () => writeOutputs(report, options.commands, written));
    attempt('annotations', log, () => writeAnnotations(report, options));
    return [reportWrite, sarifWrite, outputs].every((write) => write === 'written') ? 'complete' : 'incomplete';
}
function attempt(name, log, write) {
    try {
        write();
        return 'written';
    }
    catch (error) {
        const message = (0,failed_outcome/* toExpectedFailure */.E)(error)?.message ?? (error instanceof Error ? error.message : String(error));
        log.warning(`The ${name} could not be written: ${message}`);
        return 'failed';
    }
}
function writeSummary(file, text) {
    if (file !== undefined && file !== '')
        (0,external_node_fs_.appendFileSync)(file, text);
}
function writeOutputs(report, commands, files) {
    for (const [name, value] of Object.entries(toOutputs(report, files)))
        commands.setOutput(name, value);
}
function writeAnnotations(report, { commands, annotations }) {
    if (annotations === 'off')
        return;
    for (const annotation of toAnnotations(report))
        commands.annotate(annotation);
}

// EXTERNAL MODULE: ./src/host/run-directory.ts
var run_directory = __webpack_require__(989);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/host/stray-processes.ts


const SUDO = '/usr/bin/sudo';
const KILL = '/usr/bin/kill';
const KILL_MS = 10_000;
/** What was started while the others were killed is found in the next round. */
const ROUNDS = 5;
/** Kills what a run that was killed itself may have left behind. A second line: the lifeline ends the sandbox with us. */
function killStrays(marks) {
    if (process.platform !== 'linux')
        return;
    for (let round = 0; round < ROUNDS; round += 1) {
        const strays = findStrays(marks);
        if (strays.length === 0)
            return;
        killAll(strays);
    }
}
function killAll(strays) {
    const refused = strays.filter((pid) => !kill(pid));
    // Behind sudo they are root's, or the throw-away user's.
    if (refused.length > 0)
        (0,external_node_child_process_.spawnSync)(SUDO, ['-n', '--', KILL, '-KILL', ...refused.map(String)], { stdio: 'ignore', env: {}, timeout: KILL_MS });
}
/** Processes of the run's user, and those whose arguments name the run's directory. */
function findStrays({ directory, user }) {
    return (0,external_node_fs_.readdirSync)('/proc')
        .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
        .filter((name) => belongs(name, { directory, user }))
        .map(Number);
}
/** Dead already; only its parent can clear it away. */
const ZOMBIE = /^State:\s+Z/m;
function belongs(pid, { directory, user }) {
    const status = read(`/proc/${pid}/status`);
    if (ZOMBIE.test(status))
        return false;
    const uid = /^Uid:\s+(\d+)/m.exec(status)?.[1];
    if (user !== undefined && uid === String(user))
        return true;
    return read(`/proc/${pid}/cmdline`).includes(directory);
}
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'latin1');
    }
    catch {
        return ''; // it ended meanwhile
    }
}
/** False where it is not ours to kill. */
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
        return true;
    }
    catch (error) {
        return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
    }
}

// EXTERNAL MODULE: ./src/host/version.ts + 1 modules
var version = __webpack_require__(2913);
;// CONCATENATED MODULE: ./src/host/whole-file.ts

/** Writes the whole file or, on a full disk or when we are killed, nothing that anybody could take for it. */
function writeWholeFile(file, text) {
    // A device or a pipe that somebody named must not be replaced by a file.
    if (!isReplaceable(file)) {
        (0,external_node_fs_.writeFileSync)(file, text);
        return;
    }
    const part = `${file}.${process.pid}.part`;
    try {
        (0,external_node_fs_.writeFileSync)(part, text);
        (0,external_node_fs_.renameSync)(part, file);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(part, { force: true });
        throw error;
    }
}
function isReplaceable(file) {
    return (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.isFile() ?? true;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/host/workflow-commands.ts



function makeWorkflowCommands(write, files) {
    return {
        addMask: (secret) => {
            // A mask is one line; each line of a longer secret is masked on its own.
            for (const line of secret.split(/\r?\n/).filter((part) => part.trim() !== ''))
                write(`::add-mask::${escapeData(line)}\n`);
        },
        saveState: (name, value) => appendPair(files.state, name, value),
        setOutput: (name, value) => appendPair(files.output, name, value),
        annotate: (annotation) => write(`${toCommand(annotation)}\n`),
    };
}
/** The heredoc form, with a random delimiter that is proven absent from the value. */
function appendPair(file, name, value) {
    if (file === undefined || file === '')
        return;
    let delimiter = `model-stack-${(0,external_node_crypto_.randomUUID)()}`;
    while (value.includes(delimiter))
        delimiter = `model-stack-${(0,external_node_crypto_.randomUUID)()}`;
    (0,external_node_fs_.appendFileSync)(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}
function toCommand({ level, title, message, path, startLine, endLine }) {
    const properties = Object.entries({ title, file: path, line: startLine, endLine })
        .flatMap(([name, value]) => value === undefined ? [] : [`${name}=${escapeProperty((0,log_text/* breakCommands */.ix)(String(value)))}`])
        .join(',');
    return `::${level} ${properties}::${escapeData((0,log_text/* breakCommands */.ix)(message))}`;
}
/** The runner's own escapes for a command's data (actions/runner: ActionCommand.cs), which know no other line end. */
function escapeData(text) {
    return text
        .replace(/[\v\f\u0085\u2028\u2029]/g, ' ')
        .replaceAll('%', '%25')
        .replaceAll('\r', '%0D')
        .replaceAll('\n', '%0A');
}
/** Properties end at a comma or colon as well. */
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

// EXTERNAL MODULE: ./src/policy/near-miss.ts
var near_miss = __webpack_require__(3891);
// EXTERNAL MODULE: ./src/policy/options.ts
var options = __webpack_require__(7536);
// EXTERNAL MODULE: ./src/policy/read-options.ts
var read_options = __webpack_require__(7779);
// EXTERNAL MODULE: ./src/policy/shown.ts
var shown = __webpack_require__(1003);
;// CONCATENATED MODULE: ./src/policy/from-inputs.ts





/** The runner's prefix for the inputs of the step: upper case, spaces become underscores, hyphens stay. */
const prefix = 'INPUT_';
/** What the workflow says under `with:`. Throws ConfigurationError for a wrong value and for an unknown input. */
function readInputs(environment) {
    const written = new Map();
    for (const [variable, text] of Object.entries(environment)) {
        if (!variable.startsWith(prefix) || text === undefined)
            continue;
        const name = knownInput(variable.slice(prefix.length).toLowerCase());
        written.set(name, { text, label: `input "${name}"` });
    }
    return (0,read_options/* readOptions */.Tt)(written);
}
function knownInput(name) {
    const names = options/* allOptions */.AM.map((option) => option.name);
    if (names.includes(name))
        return name;
    if (options/* laterOptions */.Dr.includes(name)) {
        throw new errors.ConfigurationError(`input "${name}" is not available yet in this version; remove it from the workflow`);
    }
    throw new errors.ConfigurationError(`unknown input ${(0,shown/* shown */.S)(name)}.${(0,near_miss/* hint */.aK)((0,near_miss/* nearestName */.qb)(name, names))} Accepted: ${names.join(', ')}.`);
}

// EXTERNAL MODULE: ./src/policy/load.ts
var load = __webpack_require__(8164);
// EXTERNAL MODULE: ./src/report/redact.ts + 5 modules
var report_redact = __webpack_require__(2449);
;// CONCATENATED MODULE: ./src/trigger/github-event.ts


const ObjectId = schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const Repository = schemas/* object */.Ikc({ id: schemas/* number */.aig() }).nullish();
const Branch = schemas/* object */.Ikc({ sha: ObjectId, ref: schemas/* string */.YjP().max(1024), repo: Repository });
/** The part of a `pull_request` payload that is used. GitHub adds fields at will, so unknown ones are let through. */
const PullRequestPayload = schemas/* object */.Ikc({
    pull_request: schemas/* object */.Ikc({
        number: schemas/* int */.Whr(),
        state: schemas/* string */.YjP().optional(),
        title: schemas/* string */.YjP().nullish(),
        body: schemas/* string */.YjP().nullish(),
        draft: schemas/* boolean */.zMY().nullish(),
        user: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), id: schemas/* number */.aig(), type: schemas/* string */.YjP().default('User') }).nullish(),
        head: Branch,
        base: Branch,
    }),
});
const ACCEPTED = 'pull_request, pull_request_target and workflow_dispatch';
/** Reads the event that started the workflow. `payload` is the parsed file of GITHUB_EVENT_PATH. */
function readTrigger(eventName, payload) {
    switch (eventName) {
        case 'pull_request':
        case 'pull_request_target':
            return readPullRequest(eventName, payload);
        case 'workflow_dispatch':
            return { kind: 'dispatch' };
        default:
            throw new errors.ConfigurationError(`The event "${eventName.slice(0, 64)}" is not supported. Accepted are ${ACCEPTED}; change the workflow's "on:".`);
    }
}
function readPullRequest(eventName, payload) {
    const parsed = PullRequestPayload.safeParse(payload);
    if (!parsed.success) {
        const where = parsed.error.issues[0]?.path.join('.') || 'pull_request';
        throw new errors.ConfigurationError(`The ${eventName} event carries no usable pull request ("${where}" is missing or malformed). Accepted are ${ACCEPTED} as GitHub sends them.`);
    }
    const event = parsed.data.pull_request;
    const kind = event.state === 'closed' ? 'closed' : 'pull-request';
    return { kind, pullRequest: toPullRequest(event), base: event.base.sha, head: event.head.sha };
}
function toPullRequest(event) {
    return {
        number: event.number,
        title: event.title ?? '',
        body: event.body ?? '',
        headRef: event.head.ref,
        author: event.user ?? { login: 'ghost', id: 0, type: 'User' },
        // A deleted fork has no repository any more; it is a fork all the same.
        fork: event.head.repo?.id === undefined || event.head.repo.id !== event.base.repo?.id,
        draft: event.draft ?? false,
    };
}

;// CONCATENATED MODULE: ./src/action.ts



















const SECRET_ECHOED = 'A secret, or what looks like one, stood in what the reviewer said and was redacted. Find out where it came from: the change may hold it.';
/** A step of a job: inputs and event in; report, outputs, summary and exit code out. */
async function runAction(env) {
    const write = (text) => process.stdout.write(text);
    const commands = makeWorkflowCommands(write, { output: env.GITHUB_OUTPUT, state: env.GITHUB_STATE });
    commands.saveState('model-stack-started', 'true');
    const secrets = (0,job_secrets/* secretsOf */.F)(env);
    for (const secret of secrets)
        commands.addMask(secret);
    const redact = (0,report_redact/* makeRedactor */.$)(secrets);
    const log = makeActionLog({ write, redact, verbose: env.RUNNER_DEBUG === '1' ? 'yes' : 'no' });
    log.info(`model-stack-action ${version/* TOOL_VERSION */.w} on Node ${process.versions.node}`);
    const { outcome, options } = await evaluate(env, log, (directory) => {
        commands.saveState('run-directory', directory.root);
        commands.saveState('sandbox-user', String(directory.sandboxUser));
    });
    const report = (0,report_redact/* redactReport */.a)(outcome.report, redact);
    // Both through the schema, which puts the fields in its own order.
    const asSaid = (0,report_redact/* redactReport */.a)(outcome.report, (text) => text);
    if (JSON.stringify(report) !== JSON.stringify(asSaid))
        log.warning(SECRET_ECHOED);
    const outputDirectory = (0,run_directory/* makeOutputDirectory */.Z4)([temporaryDirectory(env), (0,external_node_os_.tmpdir)()]);
    const settings = options?.settings;
    const published = await publish(report, {
        commands,
        summaryFile: env['GITHUB_STEP_SUMMARY'],
        sarifFile: settings?.sarifFile === undefined
            ? (0,external_node_path_.join)(outputDirectory, 'results.sarif')
            : (0,external_node_path_.resolve)(workspaceOf(env), settings.sarifFile),
        reportFile: (0,external_node_path_.join)(outputDirectory, 'report.json'),
        category: settings?.category ?? 'model-stack/review',
        changedPaths: outcome.changedPaths,
        annotations: settings?.annotations === false ? 'off' : 'on',
        repository: { serverUrl: serverUrlOf(env), name: env['GITHUB_REPOSITORY'] ?? '' },
        write: writeWholeFile,
        log,
    });
    const code = (0,decide/* exitCode */.I)(outcome.report, {
        onNotEvaluated: outcome.policy.onNotEvaluated,
        causes: outcome.causes,
        surface: 'action',
        configurationError: outcome.report.reasons[0]?.kind === 'configuration',
    });
    log.info(`${report.conclusion}: ${report.reasons[0]?.message ?? ''}`);
    // What could not be written cannot be acted on: never green then.
    return published === 'complete' ? code : Math.max(code, 1);
}
/** Runs the pipeline; whatever the user or git can get wrong becomes a report that says so. */
async function evaluate(env, log, onDirectory) {
    let options;
    try {
        options = readInputs(env);
        return { options, outcome: await reviewEvent(env, options, { log, onDirectory }) };
    }
    catch (error) {
        const failure = (0,failed_outcome/* toExpectedFailure */.E)(error);
        if (failure === undefined)
            throw error;
        log.warning(failure.message);
        return {
            options,
            outcome: (0,failed_outcome/* failedOutcome */.i)(failure, version/* TOOL_VERSION */.w, {
                ...load/* defaultPolicy */.G4,
                onNotEvaluated: options?.inputs.onNotEvaluated ?? 'fail',
            }),
        };
    }
}
async function reviewEvent(env, options, shell) {
    const request = toRunRequest(env, options);
    const directory = (0,run_directory/* makeRunDirectory */.L6)([temporaryDirectory(env), (0,external_node_os_.tmpdir)(), '/var/tmp']);
    shell.onDirectory(directory);
    const { settings } = options;
    const api = {
        apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        repository: env['GITHUB_REPOSITORY'] ?? '',
        token: settings.githubToken,
    };
    try {
        // Only an event that is reviewed needs the reviewers and the stages.
        const { makeHost } = await __webpack_require__.e(/* import() */ 688).then(__webpack_require__.bind(__webpack_require__, 4688));
        const { runPipeline } = await Promise.all(/* import() */[__webpack_require__.e(43), __webpack_require__.e(330)]).then(__webpack_require__.bind(__webpack_require__, 8043));
        const host = await makeHost({
            settings,
            log: shell.log,
            env,
            checkout: (0,external_node_fs_.realpathSync)(workspaceOf(env)),
            directory,
            serverUrl: serverUrlOf(env),
            signal: cancellation(),
            readHead: (change) => readHead(change, api),
        });
        return await runPipeline(request, host);
    }
    finally {
        directory.dispose();
    }
}
function toRunRequest(env, { inputs, settings }) {
    const trigger = readTrigger(env['GITHUB_EVENT_NAME'] ?? '', readPayload(env));
    const pull = trigger.kind === 'dispatch' ? undefined : trigger;
    const number = pull?.pullRequest.number;
    return {
        refs: {
            mode: inputs.mode ?? 'review',
            base: refOf(settings.baseRef, 'base-ref') ?? commitOf(pull?.base, undefined) ?? missingBase(),
            head: refOf(settings.headRef, 'head-ref') ??
                commitOf(pull?.head ?? env['GITHUB_SHA'], number === undefined ? undefined : `refs/pull/${number}/head`) ??
                missingBase(),
            pullRequest: pull?.pullRequest,
        },
        pullRequestClosed: trigger.kind === 'closed',
        inputs,
        configFile: settings.configFile,
        replayed: false,
        maxTokens: settings.maxTokens,
        authorModel: settings.authorModel,
        toolVersion: version/* TOOL_VERSION */.w,
    };
}
function refOf(ref, input) {
    return ref === undefined ? undefined : { kind: 'ref', ref, input };
}
function commitOf(sha, fetchRef) {
    return sha === undefined ? undefined : { kind: 'commit', sha, fetchRef };
}
function missingBase() {
    throw new errors.ConfigurationError('base-ref is not set, and workflow_dispatch brings no base. Set it to the branch to compare with, for example "main".');
}
function readPayload(env) {
    const file = env['GITHUB_EVENT_PATH'];
    if (file === undefined || file === '')
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
    }
    catch (error) {
        throw new errors.ConfigurationError(`The event file ${file} (GITHUB_EVENT_PATH) cannot be read as JSON.`, { cause: error });
    }
}
/** Aborts on a cancelled job, so that the reviewer ends and the report is still written. */
function cancellation() {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.once(signal, () => controller.abort(new Error(`The job was cancelled (${signal}).`)));
    }
    return controller.signal;
}
function temporaryDirectory(env) {
    return env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)();
}
function workspaceOf(env) {
    return env['GITHUB_WORKSPACE'] || process.cwd();
}
function serverUrlOf(env) {
    return env['GITHUB_SERVER_URL'] || 'https://github.com';
}
/** After the job, also a cancelled one: removes what the run could not remove itself. */
async function runPost(env) {
    const directory = env['STATE_run-directory'] ?? '';
    const user = Number(env['STATE_sandbox-user']);
    if (!(0,run_directory/* isRunDirectory */.pQ)(directory))
        return 0;
    killStrays({ directory, user: (0,run_directory/* isSandboxUser */.tB)(user) ? user : undefined });
    (0,run_directory/* removeRunDirectory */.TX)(directory);
    return 0;
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


/***/ })

};
