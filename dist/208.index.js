export const id = 208;
export const ids = [208];
export const modules = {

/***/ 2208:
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

// EXTERNAL MODULE: ./src/report/job-summary.ts + 1 modules
var job_summary = __webpack_require__(9879);
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
 * report, its SARIF or an upload that was required a step must not be green, which `incomplete` says.
 */
async function publish(report, options) {
    const { reportFile, sarifFile, repository, category, changedPaths, summaryFile, log } = options;
    const reportWrite = attempt('report-file', log, () => options.write(reportFile, `${JSON.stringify(report, undefined, 2)}\n`));
    const sarifWrite = attempt('sarif-file', log, () => options.write(sarifFile, (0,sarif/* sarifText */.BC)(options.filed, { category, paths: changedPaths })));
    const published = await options.publishToGitHub();
    for (const note of published.notes)
        log.info(note);
    if (published.missing === 'required upload')
        log.warning('upload-sarif is required and the results are not in code scanning, so this step fails.');
    const told = { ...report, notes: [...report.notes, ...published.notes] };
    attempt('job summary', log, () => writeSummary(summaryFile, (0,job_summary/* toJobSummary */.D)(told, { serverUrl: repository.serverUrl, repository: repository.name })));
    // A file that could not be written must not be read by a later step.
    const files = {
        reportFile: reportWrite === 'written' ? reportFile : '',
        sarifFile: sarifWrite === 'written' ? sarifFile : '',
    };
    const outputs = attempt('outputs', log, () => writeOutputs(report, options.commands, files));
    attempt('annotations', log, () => writeAnnotations(report, options));
    const written = [reportWrite, sarifWrite, outputs].every((write) => write === 'written');
    return written && published.missing === 'nothing' ? 'complete' : 'incomplete';
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
;// CONCATENATED MODULE: ./src/report/move-lines.ts
/** The report with its places as they are in another commit; what is about removed code keeps the old side's lines. */
function moveLines(report, map) {
    return { ...report, results: report.results.map((result) => moveResult(result, map)) };
}
function moveResult(result, map) {
    const related = result.related.map((location) => ({ ...location, ...moved(location, map) }));
    return result.side === 'old' ? { ...result, related } : { ...result, ...moved(result, map), related };
}
function moved({ path, region }, map) {
    const start = map(path, region.startLine);
    const end = map(path, region.endLine);
    return { path: start.path, region: { startLine: start.line, endLine: Math.max(start.line, end.line) } };
}

// EXTERNAL MODULE: ./src/report/redact.ts + 2 modules
var report_redact = __webpack_require__(8462);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
;// CONCATENATED MODULE: ./src/trigger/default-branch.ts

const Payload = schemas/* object */.Ikc({ repository: schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP() }) });
/** The repository's default branch, as every event names it; undefined where the payload is an odd one. */
function defaultBranchOf(payload) {
    return Payload.safeParse(payload).data?.repository.default_branch;
}

// EXTERNAL MODULE: ./src/trigger/branch-name.ts
var branch_name = __webpack_require__(5508);
// EXTERNAL MODULE: ./src/trigger/printable.ts
var printable = __webpack_require__(6939);
;// CONCATENATED MODULE: ./src/trigger/github-event.ts




const ObjectId = schemas/* string */.YjP().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
/** A name that git takes and that no argument could be mistaken for. */
const RefName = schemas/* string */.YjP()
    .max(1024)
    .regex(/^[^\p{Cc}\s~^:?*[\\]+$/u);
const FullRef = RefName.startsWith('refs/');
const Repository = schemas/* object */.Ikc({ id: schemas/* number */.aig() }).nullish();
const Branch = schemas/* object */.Ikc({ sha: ObjectId, ref: schemas/* string */.YjP().max(1024), repo: Repository });
/** The part of a payload that is used. GitHub adds fields at will, so unknown ones are let through. */
const PullRequestPayload = schemas/* object */.Ikc({
    /** Of the action `synchronize`; a payload whose value is none is as good as one without. */
    before: ObjectId.optional().catch(undefined),
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
const MergeGroupPayload = schemas/* object */.Ikc({
    action: schemas/* string */.YjP(),
    merge_group: schemas/* object */.Ikc({ head_sha: ObjectId, head_ref: FullRef, base_sha: ObjectId, base_ref: FullRef }),
});
const PushPayload = schemas/* object */.Ikc({
    ref: FullRef,
    before: ObjectId,
    after: ObjectId,
    repository: schemas/* object */.Ikc({ default_branch: RefName.nullish() }).nullish(),
});
const ACCEPTED = 'pull_request, pull_request_target, merge_group, push and workflow_dispatch';
/** Events that people try first, and what serves them instead. */
const instead = {
    schedule: 'It brings no change to review; use pull_request, or workflow_dispatch with base-ref and head-ref.',
    workflow_run: 'It runs on the default branch for a change of another run; use pull_request_target for forks.',
    workflow_call: 'Let the calling workflow run on one of these.',
    repository_dispatch: 'It brings no change to review; use workflow_dispatch with base-ref and head-ref.',
    issue_comment: 'It brings no commits; use pull_request, or workflow_dispatch with base-ref and head-ref.',
    pull_request_review: 'It says nothing new of the code; use pull_request.',
    pull_request_review_comment: 'It says nothing new of the code; use pull_request.',
    create: 'Use push.',
    delete: 'What is gone needs no review; use push.',
    release: 'Its commits are on a branch already; use pull_request.',
};
/** Reads the event that started the workflow. `payload` is the parsed file of GITHUB_EVENT_PATH. */
function readTrigger(eventName, payload) {
    switch (eventName) {
        case 'pull_request':
        case 'pull_request_target':
            return readPullRequest(eventName, payload);
        case 'merge_group':
            return readMergeGroup(payload);
        case 'push':
            return readPush(payload);
        case 'workflow_dispatch':
            return { kind: 'dispatch' };
        default:
            throw new errors.ConfigurationError(`The event "${(0,printable/* printable */.g)(eventName)}" is not supported. Accepted are ${ACCEPTED}; change the workflow's "on:".${adviceOn(eventName)}`);
    }
}
function adviceOn(eventName) {
    const advice = Object.hasOwn(instead, eventName) ? instead[eventName] : undefined;
    return advice === undefined ? '' : ` ${advice}`;
}
function readPullRequest(eventName, payload) {
    const { pull_request: event, before } = parse(PullRequestPayload, payload, { eventName, what: 'pull request' });
    return {
        kind: event.state === 'closed' ? 'closed' : 'pull-request',
        pullRequest: { ...toPullRequest(event), ...(before === undefined ? {} : { previousHead: before }) },
        base: event.base.sha,
        head: event.head.sha,
        baseBranch: event.base.ref,
    };
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
function readMergeGroup(payload) {
    const { action, merge_group: group } = parse(MergeGroupPayload, payload, {
        eventName: 'merge_group',
        what: 'merge group',
    });
    if (action !== 'checks_requested') {
        throw new errors.ConfigurationError(`The merge_group event says "${(0,printable/* printable */.g)(action)}", and only checks_requested brings something to review. Set "types: [checks_requested]" for it in the workflow.`);
    }
    return {
        kind: 'merge-group',
        base: group.base_sha,
        head: group.head_sha,
        baseBranch: (0,branch_name/* localBranch */.yG)(group.base_ref) ?? group.base_ref,
        ref: group.head_ref,
        queue: { pullRequest: queuedPullRequest(group.head_ref) },
    };
}
/** GitHub says it nowhere else: `refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>`. */
function queuedPullRequest(ref) {
    const found = /^refs\/heads\/gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-(?:[0-9a-f]{64}|[0-9a-f]{40})$/.exec(ref);
    return found === null ? undefined : Number(found[1]);
}
function readPush(payload) {
    const { ref, before, after, repository } = parse(PushPayload, payload, { eventName: 'push', what: 'push' });
    const branch = (0,branch_name/* localBranch */.yG)(ref);
    if (branch === undefined) {
        throw new errors.ConfigurationError(`A push of ${(0,printable/* printable */.g)(ref)} is not reviewed: a tag brings no change of a branch. Set "branches:" for push in the workflow.`);
    }
    if (isNone(after)) {
        throw new errors.ConfigurationError(`The push deleted the branch ${(0,printable/* printable */.g)(branch)}, so there is nothing to review. Skip the job where github.event.deleted is true.`);
    }
    const defaultBranch = repository?.default_branch ?? undefined;
    return { kind: 'push', before: isNone(before) ? undefined : before, after, ref, branch, defaultBranch };
}
/** Git's id of nothing. */
function isNone(sha) {
    return /^0+$/.test(sha);
}
function parse(schema, payload, { eventName, what }) {
    const parsed = schema.safeParse(payload);
    if (parsed.success)
        return parsed.data;
    const where = parsed.error.issues[0]?.path.join('.') || what.replace(' ', '_');
    throw new errors.ConfigurationError(`The ${eventName} event carries no usable ${what} ("${where}" is missing or malformed). Accepted are ${ACCEPTED} as GitHub sends them.`);
}

;// CONCATENATED MODULE: ./src/trigger/requested-refs.ts

/** The commits that an event asks to review; the inputs win. Throws ConfigurationError where a base is missing. */
function requestedRefs(trigger, asked) {
    const fromEvent = refsOfEvent(trigger, asked);
    const overridden = asked.baseRef !== undefined || asked.headRef !== undefined;
    return {
        mode: asked.mode,
        base: byName(asked.baseRef, 'base-ref') ?? fromEvent.base ?? missingBase(trigger),
        head: byName(asked.headRef, 'head-ref') ?? fromEvent.head ?? missingBase(trigger),
        baseBranch: fromEvent.baseBranch,
        since: overridden ? undefined : fromEvent.since,
        pullRequest: 'pullRequest' in trigger ? trigger.pullRequest : undefined,
    };
}
function refsOfEvent(trigger, { sha }) {
    switch (trigger.kind) {
        case 'pull-request':
        case 'closed': {
            const { base, head, baseBranch, pullRequest } = trigger;
            return { base: commit(base), head: commit(head, `refs/pull/${pullRequest.number}/head`), baseBranch };
        }
        case 'merge-group': {
            const { base, head, baseBranch, ref } = trigger;
            return { base: commit(base), head: commit(head, ref), baseBranch };
        }
        case 'push':
            return refsOfPush(trigger);
        case 'dispatch':
            return sha === undefined ? {} : { head: commit(sha) };
    }
}
/**
 * On the default branch the policy is the one from before the push. On any other branch it is the default branch's: the
 * commits pushed there before may have changed the config file without anybody's consent. A new branch is compared with
 * the default branch as a whole.
 */
function refsOfPush(push) {
    const { before, after, ref, branch, defaultBranch } = push;
    const head = commit(after, ref);
    if (branch === defaultBranch)
        return { ...(before === undefined ? {} : { base: commit(before) }), head, baseBranch: branch };
    const base = defaultBranch === undefined
        ? { kind: 'origin-default' }
        : { kind: 'ref', ref: `refs/heads/${defaultBranch}`, input: 'base-ref' };
    return { base, head, baseBranch: branch, since: before };
}
function byName(ref, input) {
    return ref === undefined ? undefined : { kind: 'ref', ref, input };
}
function commit(sha, fetchRef) {
    return { kind: 'commit', sha, fetchRef };
}
function missingBase({ kind }) {
    const why = kind === 'push'
        ? 'the push made the default branch, so that there is nothing before it'
        : 'workflow_dispatch brings no base';
    throw new errors.ConfigurationError(`base-ref is not set, and ${why}. Set it to the branch to compare with, for example "main".`);
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
    const startedAt = new Date();
    const { outcome, options, job } = await evaluate(env, {
        log,
        redact,
        onDirectory: (directory) => {
            commands.saveState('run-directory', directory.root);
            commands.saveState('sandbox-user', String(directory.sandboxUser));
        },
    });
    const report = (0,report_redact/* redactReport */.a)(outcome.report, redact);
    // Both through the schema, which puts the fields in its own order.
    const asSaid = (0,report_redact/* redactReport */.a)(outcome.report, (text) => text);
    if (JSON.stringify(report) !== JSON.stringify(asSaid))
        log.warning(SECRET_ECHOED);
    const published = await publish(report, toPublishOptions({ env, options, job, outcome, report, startedAt, commands, log }));
    const code = (0,decide/* exitCode */.I$)(outcome.report, {
        onNotEvaluated: outcome.policy.onNotEvaluated,
        causes: outcome.causes,
        surface: 'action',
        override: outcome.report.override,
        configurationError: outcome.report.reasons[0]?.kind === 'configuration',
    });
    log.info(`${report.conclusion}: ${report.reasons[0]?.message ?? ''}`);
    // What could not be written cannot be acted on: never green then.
    return published === 'complete' ? code : Math.max(code, 1);
}
function toPublishOptions({ env, options, job, outcome, report, startedAt, commands, log, }) {
    const outputDirectory = (0,run_directory/* makeOutputDirectory */.Z4)([temporaryDirectory(env), (0,external_node_os_.tmpdir)()]);
    const settings = options?.settings;
    const checkedOut = checkedOutFor(outcome, env);
    const filed = checkedOut === undefined ? report : moveLines(report, checkedOut.lines);
    const filedUnder = checkedOut?.sha ?? report.change?.head ?? '';
    return {
        ...{ filed, commands, log, write: writeWholeFile, changedPaths: outcome.changedPaths },
        summaryFile: env['GITHUB_STEP_SUMMARY'],
        sarifFile: settings?.sarifFile === undefined
            ? (0,external_node_path_.join)(outputDirectory, 'results.sarif')
            : (0,external_node_path_.resolve)(workspaceOf(env), settings.sarifFile),
        reportFile: (0,external_node_path_.join)(outputDirectory, 'report.json'),
        category: settings?.category ?? 'model-stack/review',
        annotations: settings?.annotations === false ? 'off' : 'on',
        repository: { serverUrl: serverUrlOf(env), name: env['GITHUB_REPOSITORY'] ?? '' },
        publishToGitHub: () => publishFrom(job, { env, options, outcome, report, filed: { sha: filedUnder, report: filed }, startedAt }),
    };
}
/** Runs the pipeline; whatever the user or git can get wrong becomes a report that says so. */
async function evaluate(env, shell) {
    const { log } = shell;
    let options;
    let job;
    try {
        options = readInputs(env);
        job = await openJob(env, options, log);
        return { options, job, outcome: await reviewEvent(env, options, { ...shell, job }) };
    }
    catch (error) {
        const failure = (0,failed_outcome/* toExpectedFailure */.E)(error);
        if (failure === undefined)
            throw error;
        log.warning(failure.message);
        const policy = { ...load/* defaultPolicy */.G4, onNotEvaluated: options?.inputs.onNotEvaluated ?? 'fail' };
        return { options, job, outcome: (0,failed_outcome/* failedOutcome */.i)(failure, version/* TOOL_VERSION */.w, policy) };
    }
}
/** Only the commit that the run is of can be uploaded under its ref. */
function checkedOutFor({ checkedOut }, env) {
    return checkedOut?.sha === env['GITHUB_SHA'] ? checkedOut : undefined;
}
/** What was never looked at has nothing to publish. */
async function publishFrom(job, { env, options, outcome, report, filed, startedAt }) {
    if (job === undefined || options === undefined || report.change === null)
        return { notes: [], missing: 'nothing' };
    const { publishToGitHub } = await Promise.all(/* import() */[__webpack_require__.e(411), __webpack_require__.e(720)]).then(__webpack_require__.bind(__webpack_require__, 8719));
    const { uploadSarif, commentSummary, reviewComments, category } = options.settings;
    return publishToGitHub(report, {
        github: job.github,
        situation: situationOf(job, env),
        ...{ upload: uploadSarif, comment: commentSummary, reviewComments, category, startedAt },
        suggestions: outcome.policy.suggestions ? 'on' : 'off',
        ...{ changedPaths: outcome.changedPaths, files: outcome.files, withheld: outcome.withheld },
        filed,
        ...{ serverUrl: serverUrlOf(env), repository: env['GITHUB_REPOSITORY'] ?? '', runId: env['GITHUB_RUN_ID'] },
    });
}
function situationOf({ eventName, payload, trigger }, env) {
    const pull = 'pullRequest' in trigger ? trigger : undefined;
    return {
        eventName,
        ref: env['GITHUB_REF'] ?? '',
        sha: env['GITHUB_SHA'] ?? '',
        pullRequest: pull && { number: pull.pullRequest.number, head: pull.head, fork: pull.pullRequest.fork },
        defaultBranch: defaultBranchOf(payload),
    };
}
async function openJob(env, { settings }, log) {
    const eventName = env['GITHUB_EVENT_NAME'] ?? '';
    const payload = readPayload(env);
    const trigger = readTrigger(eventName, payload);
    const signal = cancellation();
    const token = settings.githubToken;
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    if (token === undefined || repository === '')
        return { eventName, payload, trigger, github: undefined, signal };
    const { makeGitHubApi } = await __webpack_require__.e(/* import() */ 473).then(__webpack_require__.bind(__webpack_require__, 7473));
    const { quietAfterSilence } = await __webpack_require__.e(/* import() */ 841).then(__webpack_require__.bind(__webpack_require__, 8841));
    const apiUrl = env['GITHUB_API_URL'] ?? 'https://api.github.com';
    const client = makeGitHubApi({ apiUrl, repository, token, log, signal });
    return { eventName, payload, trigger, github: quietAfterSilence(client), signal };
}
async function reviewEvent(env, options, shell) {
    const { log, redact, job, onDirectory } = shell;
    const request = toRunRequest(env, options, job.trigger);
    const directory = (0,run_directory/* makeRunDirectory */.L6)([temporaryDirectory(env), (0,external_node_os_.tmpdir)(), '/var/tmp']);
    onDirectory(directory);
    try {
        // Only an event that is reviewed needs the reviewers and the stages.
        const { makeHost } = await Promise.all(/* import() */[__webpack_require__.e(90), __webpack_require__.e(3)]).then(__webpack_require__.bind(__webpack_require__, 7003));
        const { runPipeline } = await Promise.all(/* import() */[__webpack_require__.e(90), __webpack_require__.e(411), __webpack_require__.e(718)]).then(__webpack_require__.bind(__webpack_require__, 7718));
        const { jobEarlierRuns } = await Promise.all(/* import() */[__webpack_require__.e(239), __webpack_require__.e(668)]).then(__webpack_require__.bind(__webpack_require__, 2529));
        const checkout = (0,external_node_fs_.realpathSync)(workspaceOf(env));
        const host = await makeHost({
            ...{ settings: options.settings, log, env, checkout, directory, signal: job.signal },
            serverUrl: serverUrlOf(env),
            runUrl: runUrlOf(env),
            readHead: (change) => headOf(change, job),
            earlierRuns: (git) => jobEarlierRuns({ ...job, env, settings: options.settings, checkout, git, log, redact }),
        });
        return await runPipeline(request, host);
    }
    finally {
        directory.dispose();
    }
}
async function headOf(change, { github }) {
    if (change.pullRequest === undefined)
        return { kind: 'same' };
    if (github === undefined)
        return { kind: 'unknown', why: 'github-token is empty' };
    const { readHead } = await __webpack_require__.e(/* import() */ 320).then(__webpack_require__.bind(__webpack_require__, 320));
    return readHead(change, github);
}
function toRunRequest(env, { inputs, settings }, trigger) {
    const { baseRef, headRef } = settings;
    return {
        refs: requestedRefs(trigger, { mode: inputs.mode ?? 'review', baseRef, headRef, sha: env['GITHUB_SHA'] }),
        pullRequestClosed: trigger.kind === 'closed',
        inputs,
        configFile: settings.configFile,
        replayed: false,
        maxTokens: settings.maxTokens,
        authorModel: settings.authorModel,
        toolVersion: version/* TOOL_VERSION */.w,
    };
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
/** Where people see this run; null where the runner does not say. */
function runUrlOf(env) {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
    return repository && run ? `${serverUrlOf(env)}/${repository}/actions/runs/${run}` : null;
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
