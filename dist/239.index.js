export const id = 239;
export const ids = [239];
export const modules = {

/***/ 1792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ makeEarlierRuns)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/history/record-key.ts
var record_key = __webpack_require__(5793);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/history/record.ts
var history_record = __webpack_require__(5799);
;// CONCATENATED MODULE: ./src/history/seal.ts



const MAX_BYTES = 8 * 1024 * 1024;
/** A vendor's key has 40 characters and more; what is shorter may be guessed, or be no secret at all, as with Ollama. */
const SECRET_CHARACTERS = 20;
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000;
/** Clocks of two machines differ. */
const CLOCK_SKEW_MS = 10 * 60 * 1000;
const KEY_BYTES = 32;
const NAME_DIGITS = 24;
const HEADER = 'model-stack-record 2';
const FIRST_LINE = /^model-stack-record 2 ([0-9a-f]{64})\n/;
/**
 * The record as text with an HMAC over all of it. The key is derived from the reviewers' credentials, which code of a
 * pull request does not hold. Undefined: no credential is long enough to vouch for it, or the record is too large.
 */
function sealRecord(record, secrets) {
    const key = deriveKey('seal', secrets);
    const body = (0,record_key/* canonical */.$N)(record);
    if (key === undefined || Buffer.byteLength(body) > MAX_BYTES)
        return undefined;
    return `${HEADER} ${authenticate(key, body).toString('hex')}\n${body}`;
}
/** Reads a sealed record, if it is one of ours, and neither too old nor from the future. */
function openRecord(text, request) {
    const key = deriveKey('seal', request.secrets);
    if (key === undefined)
        return refused('no credential here is long enough to check it');
    // The first line is counted generously; UTF-16 units never outnumber bytes.
    if (text.length > MAX_BYTES + 100 || Buffer.byteLength(text) > MAX_BYTES + 100)
        return refused('it is too large');
    const [firstLine = '', mac = ''] = FIRST_LINE.exec(text) ?? [];
    if (firstLine === '')
        return refused('it is no record of this version');
    const body = text.slice(firstLine.length);
    if (!(0,external_node_crypto_.timingSafeEqual)(authenticate(key, body), Buffer.from(mac, 'hex')))
        return refused('it was not made with the credentials of these reviewers, or was changed since');
    return check(body, request.now);
}
/** Under which name records of that change are kept, whatever the rules were. Undefined as for sealing. */
function recordName({ change }, secrets) {
    const derived = deriveKey('name', secrets);
    if (derived === undefined)
        return undefined;
    const mac = authenticate(derived, (0,record_key/* canonical */.$N)({ change }));
    return `model-stack-${mac.toString('hex').slice(0, NAME_DIGITS)}`;
}
/** Why the record is of something else than what is wanted; undefined where it is of that. */
function misfitOf(record, { key, need }) {
    const rules = (0,record_key/* differingRules */.cA)(record.key.rules, key.rules);
    if (rules.length > 0)
        return `it was made with ${rules.join(' and ')}`;
    if (record.key.content !== key.content)
        return 'it is of another change';
    if (need === 'same-tree' && record.key.tree !== key.tree)
        return 'the rest of the repository was another';
    return undefined;
}
/** What our own key has vouched for is still checked: an older version of ours may have written it. */
function check(body, now) {
    const parsed = history_record/* ReviewRecord */.sD.safeParse(parseJson(body));
    if (!parsed.success)
        return refused('it is no record of this version');
    const record = parsed.data;
    const age = now - Date.parse(record.at);
    if (age > MAX_AGE_MS)
        return refused('it is older than 30 days');
    if (age < -CLOCK_SKEW_MS)
        return refused('it is from the future');
    return { kind: 'record', record };
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function refused(why) {
    return { kind: 'refused', why };
}
/** Undefined where none of the secrets is long enough. Their order does not matter. */
function deriveKey(purpose, secrets) {
    const strong = [...new Set(secrets)].filter((secret) => secret.length >= SECRET_CHARACTERS).toSorted();
    if (strong.length === 0)
        return undefined;
    return Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', JSON.stringify(strong), '', `${HEADER} ${purpose}`, KEY_BYTES));
}
function authenticate(key, text) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(`${HEADER}\n${text}`).digest();
}

;// CONCATENATED MODULE: ./src/history/find-record.ts


/**
 * The recorded review of this content under these rules. Of several, the first that was made of the same tree, because
 * nobody is to throw the dice again; but the last of the same diff, because that is what the pull request shows.
 */
async function findRecord(records, request) {
    const { found, refused } = await openAll(records, request.key.change, request);
    const misfits = found.map((record) => ({ record, why: misfitOf(record, request) }));
    const inOrder = misfits.filter(({ why }) => why === undefined).map(({ record }) => record);
    const whys = new Set([...refused, ...misfits.flatMap(({ why }) => why ?? [])]);
    return {
        record: request.need === 'same-tree' ? inOrder[0] : inOrder.at(-1),
        notes: [...whys].map((why) => `A recorded review was not used: ${why}.`),
    };
}
/**
 * The recorded review of the latest earlier state of a change, to build on: made by the same rules, and on the same tip
 * of the base branch.
 */
async function findEarlierRecord(records, question) {
    const notes = [];
    for await (const { head, change } of question.states) {
        const { found, refused } = await openAll(records, change, question);
        notes.push(...refused.map((why) => `A recorded review of ${head.slice(0, 12)} was not used: ${why}.`));
        const fitting = found.findLast((record) => doubtOf(record, question) === undefined);
        if (fitting !== undefined)
            return { kind: 'found', record: fitting, head, notes };
        const last = found.at(-1);
        if (last !== undefined)
            return { kind: 'none', why: doubtOf(last, question), notes };
    }
    return { kind: 'none', why: undefined, notes };
}
function doubtOf({ key, base }, question) {
    const rules = (0,record_key/* differingRules */.cA)(key.rules, question.rules);
    if (rules.length > 0)
        return `the last review was made with ${rules.join(' and ')}`;
    return base === question.base ? undefined : 'the base branch moved since the last review';
}
/** What is kept of that change, the oldest first. */
async function openAll(records, change, request) {
    const name = recordName({ change }, request.secrets);
    const opened = name === undefined ? [] : (await records.find(name)).map((text) => openRecord(text, request));
    const found = opened.flatMap((one) => (one.kind === 'record' && one.record.key.change === change ? [one.record] : []));
    return {
        found: found.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
        refused: opened.flatMap((one) => (one.kind === 'refused' ? [one.why] : [])),
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./src/history/push-time.ts


const Activity = schemas/* object */.Ikc({ after: schemas/* string */.YjP(), timestamp: iso/* datetime */.w$() });
const Run = schemas/* object */.Ikc({
    head_sha: schemas/* string */.YjP(),
    head_branch: schemas/* string */.YjP().nullable(),
    event: schemas/* string */.YjP(),
    created_at: iso/* datetime */.w$(),
});
const ForcePush = schemas/* object */.Ikc({ event: schemas/* literal */.euz('head_ref_force_pushed'), created_at: iso/* datetime */.w$() });
/** When the head of the pull request last became what it is. */
async function readPushTime(api, head) {
    const byActivity = head.pullRequest.fork ? undefined : await tryTo(() => readActivity(api, head));
    if (byActivity !== undefined)
        return { kind: 'known', at: byActivity };
    const byRuns = await tryTo(() => readRuns(api, head));
    if (byRuns !== undefined)
        return { kind: 'known', at: byRuns };
    return {
        kind: 'unknown',
        why: 'neither the activity of its branch (contents: read) nor its workflow runs (actions: read) tell',
    };
}
/** What the branch says itself; the activity of a fork's branch is not ours to read. */
async function readActivity(api, { pullRequest, head }) {
    const ref = encodeURIComponent(`refs/heads/${pullRequest.headRef}`);
    const entries = await api.list(`/activity?ref=${ref}`, { maxPages: 1 });
    return latest(entries.flatMap((entry) => {
        const parsed = Activity.safeParse(entry);
        return parsed.success && parsed.data.after === head ? [Date.parse(parsed.data.timestamp)] : [];
    }));
}
/**
 * The first run for this commit on this branch since the branch was last forced back: a commit that was the head once
 * before, and is again, counts from the second time on.
 */
async function readRuns(api, { pullRequest, head }) {
    const events = await api.list(`/issues/${pullRequest.number}/events`);
    const forced = latest(events.flatMap((event) => {
        const parsed = ForcePush.safeParse(event);
        return parsed.success ? [Date.parse(parsed.data.created_at)] : [];
    }));
    const runs = await api.list(`/actions/runs?head_sha=${head}`, { key: 'workflow_runs', maxPages: 2 });
    const times = runs.flatMap((run) => {
        const parsed = Run.safeParse(run);
        if (!parsed.success || !parsed.data.event.startsWith('pull_request'))
            return [];
        const { head_branch, head_sha, created_at } = parsed.data;
        return head_branch === pullRequest.headRef && head_sha === head ? [Date.parse(created_at)] : [];
    });
    const since = times.filter((time) => forced === undefined || time >= forced);
    return since.length === 0 ? undefined : Math.min(...since);
}
function latest(times) {
    return times.length === 0 ? undefined : Math.max(...times);
}
async function tryTo(read) {
    try {
        return await read();
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y_)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/history/override.ts



/** The label and the comment that together lift a block. */
const overrideLabel = 'model-stack-override';
const COMMENT = /^model-stack override:[^\S\n]*(\S[^\n]*)$/m;
const Person = schemas/* object */.Ikc({ login: schemas/* string */.YjP(), id: schemas/* number */.aig(), type: schemas/* string */.YjP() });
const LabelEvent = schemas/* object */.Ikc({
    event: schemas/* enum */.k5n(['labeled', 'unlabeled']),
    created_at: iso/* datetime */.w$(),
    actor: Person.nullable(),
    label: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }),
});
const Comment = schemas/* object */.Ikc({
    created_at: iso/* datetime */.w$(),
    updated_at: iso/* datetime */.w$(),
    user: Person.nullable(),
    body: schemas/* string */.YjP(),
});
const Permission = schemas/* object */.Ikc({
    role_name: schemas/* string */.YjP().optional(),
    permission: schemas/* string */.YjP().optional(),
    user: schemas/* object */.Ikc({ permissions: schemas/* object */.Ikc({ admin: schemas/* boolean */.zMY(), maintain: schemas/* boolean */.zMY() }).partial().optional() })
        .nullish(),
});
const Membership = schemas/* object */.Ikc({ state: schemas/* string */.YjP() });
const REASON_CHARACTERS = 500;
/**
 * The audited override of contract.md: the label and a comment of the same person, who may do it, set after this head was
 * pushed. What cannot be checked is refused. Never throws a GitHubError.
 */
async function readOverride(api, request) {
    try {
        const label = await readLabel(api, request.pullRequest.number);
        return label === undefined ? { kind: 'none' } : await judge(api, label, request);
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y_))
            throw error;
        return override_refused(`whether an override was asked for could not be checked: ${error.message}`);
    }
}
const QueuedPullRequest = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    user: Person.nullable(),
    head: schemas/* object */.Ikc({ sha: schemas/* string */.YjP(), ref: schemas/* string */.YjP(), repo: schemas/* object */.Ikc({ id: schemas/* number */.aig() }).nullable() }),
    base: schemas/* object */.Ikc({ repo: schemas/* object */.Ikc({ id: schemas/* number */.aig() }) }),
});
/**
 * What was overridden on the pull request stays so in the merge queue, as long as it is the review of its head that was
 * taken over there: whatever the queue had to review anew, nobody has seen yet. Never throws a GitHubError.
 */
async function readQueuedOverride(api, { number, head, rules }) {
    if (number === undefined || head === undefined)
        return { kind: 'none' };
    try {
        const pull = QueuedPullRequest.safeParse(await api.get(`/pulls/${number}`));
        if (!pull.success)
            return override_refused('the pull request in the queue could not be read');
        const { user, head: queued, base } = pull.data;
        if (queued.sha !== head)
            return { kind: 'none' };
        const author = user ?? { login: 'ghost', id: 0, type: 'User' };
        const fork = queued.repo?.id !== base.repo.id;
        const pullRequest = { number, author, fork, headRef: queued.ref, title: '', body: '', draft: false };
        return await readOverride(api, { pullRequest, head, rules });
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y_))
            throw error;
        return override_refused(`whether an override was asked for could not be checked: ${error.message}`);
    }
}
/** The event that put the label there, as far as it is there still. */
async function readLabel(api, number) {
    const events = await api.list(`/issues/${number}/events`);
    const ours = events.flatMap((event) => {
        const parsed = LabelEvent.safeParse(event);
        return parsed.success && parsed.data.label.name === overrideLabel ? [parsed.data] : [];
    });
    const last = ours.toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at)).at(-1);
    return last?.event === 'labeled' ? last : undefined;
}
async function judge(api, label, request) {
    const person = label.actor;
    if (person === null)
        return override_refused('nobody is known to have set the label');
    const problem = personProblem(person, request) ?? (await permissionProblem(api, person.login, request.rules));
    if (problem !== undefined)
        return override_refused(problem);
    const pushed = await readPushTime(api, request);
    if (pushed.kind === 'unknown')
        return override_refused(`when this head was pushed could not be found out: ${pushed.why}`);
    const since = pushed.at;
    if (Date.parse(label.created_at) < since)
        return override_refused('the label was set before this head was pushed; remove it and set it again');
    const reason = await readReason(api, { number: request.pullRequest.number, person, since });
    if (reason === undefined)
        return override_refused(missingComment(person.login));
    const { login } = person;
    return { kind: 'granted', override: { by: login, reason: reason.text, at: reason.at, head: request.head } };
}
function personProblem(person, { pullRequest, rules }) {
    if (person.type !== 'User')
        return `${person.login} set the label and is no person`;
    const own = person.id === pullRequest.author.id || sameLogin(person.login, pullRequest.author.login);
    if (own && !rules.allowAuthor)
        return `${person.login} set the label and is the pull request's author; override.allow-author in the base branch's config would allow that`;
    return undefined;
}
async function permissionProblem(api, login, rules) {
    if (rules.by.some((name) => sameLogin(name.replace(/^@/, ''), login)))
        return undefined;
    const answer = Permission.safeParse(await api.get(`/collaborators/${encodeURIComponent(login)}/permission`));
    if (answer.success && mayMaintain(answer.data))
        return undefined;
    for (const team of rules.by.filter((name) => name.includes('/'))) {
        if (await isMember(api, team, login))
            return undefined;
    }
    return `${login} set the label, but has neither maintain nor admin permission nor is named in override.by`;
}
function mayMaintain({ role_name, permission, user }) {
    if (role_name === 'admin' || role_name === 'maintain' || permission === 'admin')
        return true;
    return user?.permissions?.admin === true || user?.permissions?.maintain === true;
}
/** The token of a job may not read teams as a rule: whoever cannot be looked up is no member. */
async function isMember(api, team, login) {
    const [organization = '', slug = ''] = team.replace(/^@/, '').split('/');
    const path = `/orgs/${encodeURIComponent(organization)}/teams/${encodeURIComponent(slug)}/memberships/${encodeURIComponent(login)}`;
    try {
        const answer = Membership.safeParse(await api.get(path, { below: 'root' }));
        return answer.success && answer.data.state === 'active';
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y_ && (error.kind === 'not-found' || error.kind === 'forbidden'))
            return false;
        throw error;
    }
}
/** An edited comment does not count: who may write here may edit what others wrote. */
async function readReason(api, { number, person, since }) {
    const comments = await api.list(`/issues/${number}/comments?since=${new Date(since).toISOString()}`);
    for (const comment of comments.toReversed()) {
        const parsed = Comment.safeParse(comment);
        if (!parsed.success)
            continue;
        const { user, created_at, updated_at, body } = parsed.data;
        const text = COMMENT.exec(body.replaceAll('\r', ''))?.[1];
        const counts = user?.id === person.id && created_at === updated_at && Date.parse(created_at) >= since;
        if (counts && text !== undefined)
            return { text: text.trim().slice(0, REASON_CHARACTERS), at: created_at };
    }
    return undefined;
}
function missingComment(login) {
    return `${login} set the label, but wrote no comment "model-stack override: <reason>" of its own, unedited and after this head was pushed`;
}
function sameLogin(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
function override_refused(why) {
    return { kind: 'refused', why: `No override: ${why}.` };
}

// EXTERNAL MODULE: ./src/types/text-order.ts
var text_order = __webpack_require__(9675);
// EXTERNAL MODULE: ./src/types/rule.ts
var rule = __webpack_require__(5747);
;// CONCATENATED MODULE: ./src/history/alert-text.ts

/** Ours have at most 4,000 characters; what is longer is not ours. */
const TEXT_CHARACTERS = 8_000;
const TITLE_CHARACTERS = 300;
const REMOVED_CODE = /^This is about removed code: line (\d{1,9}) before the change\.$/;
const NOT_FOUND = /^The quoted code was not found; the reviewer named line (\d{1,9})\.$/;
/** Paragraphs that follow what the reviewer said. */
const TAIL = /^(?:Recommendation: |Also reported |Severity (?:critical|high|medium|low), )/;
/** Takes the text of an alert apart again: title, a note about the place, message, and a tail that is left out. */
function readAlertText(text) {
    const [first = '', ...rest] = text.slice(0, TEXT_CHARACTERS).split('\n\n');
    const [second = ''] = rest;
    const removed = REMOVED_CODE.exec(second)?.[1];
    const unplaced = NOT_FOUND.exec(second)?.[1];
    const named = removed ?? unplaced;
    const body = named === undefined ? rest : rest.slice(1);
    const end = body.findIndex((paragraph) => TAIL.test(paragraph));
    return {
        title: first.trim().slice(0, TITLE_CHARACTERS),
        message: (end < 0 ? body : body.slice(0, end)).join('\n\n'),
        side: removed === undefined ? 'new' : 'old',
        line: named === undefined ? undefined : Math.max(1, Number(named)),
    };
}
/** SARIF's levels and the words of code scanning's `security_severity_level`. */
const severityWords = {
    ...{ critical: 'critical', high: 'high', medium: 'medium', low: 'low' },
    ...{ error: 'high', warning: 'medium', note: 'low', none: 'low' },
};
/** The rule of ours that a SARIF rule id stands for, `security/high` for example; undefined: none. */
function readRule(sarifRuleId) {
    const [name = '', rank] = sarifRuleId.split('/', 2);
    const ruleId = rule/* RuleId */.kq.safeParse(name);
    if (!ruleId.success)
        return undefined;
    return { ruleId: ruleId.data, rank: rule/* severities */.gO.find((severity) => severity === rank) };
}
/** The first of the words that is a severity or a level; `low` where none is. */
function readSeverity(words) {
    for (const word of words) {
        const severity = Object.hasOwn(severityWords, word ?? '') ? severityWords[word ?? ''] : undefined;
        if (severity !== undefined)
            return severity;
    }
    return 'low';
}

;// CONCATENATED MODULE: ./src/history/analysis.ts


/** One upload to code scanning. */
const Analysis = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    category: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP(),
    commit_sha: schemas/* string */.YjP().nullish(),
});
const Region = schemas/* object */.Ikc({ startLine: schemas/* int */.Whr().optional(), endLine: schemas/* int */.Whr().optional() });
const Location = schemas/* object */.Ikc({
    physicalLocation: schemas/* object */.Ikc({ artifactLocation: schemas/* object */.Ikc({ uri: schemas/* string */.YjP() }), region: Region.optional() }),
});
const Fingerprints = schemas/* object */.Ikc({ primaryLocationLineHash: schemas/* string */.YjP() }).partial();
const Properties = schemas/* object */.Ikc({ 'github/alertNumber': schemas/* int */.Whr(), severity: schemas/* string */.YjP() }).partial();
const SarifResult = schemas/* object */.Ikc({
    ruleId: schemas/* string */.YjP(),
    level: schemas/* string */.YjP().optional(),
    message: schemas/* object */.Ikc({ text: schemas/* string */.YjP() }),
    locations: schemas/* array */.YOg(Location).min(1),
    partialFingerprints: Fingerprints.optional(),
    properties: Properties.optional().catch(undefined),
});
const Sarif = schemas/* object */.Ikc({ runs: schemas/* array */.YOg(schemas/* object */.Ikc({ results: schemas/* array */.YOg(schemas/* unknown */.L5J()) })).max(20) });
/** GitHub shows 5,000 results of a run (docs: sarif-limits). */
const RESULTS_READ = 5_000;
/** What is read of all results together; GitHub takes 10 MB of gzipped SARIF. */
const CHARACTERS_READ = 10_000_000;
const PATH_CHARACTERS = 4_096;
const FINGERPRINT_CHARACTERS = 200;
/** The results of an analysis, worst first as they were uploaded; undefined: that is no SARIF. */
function readAnalysis(sarif) {
    const parsed = Sarif.safeParse(sarif);
    if (!parsed.success)
        return undefined;
    const known = [];
    let characters = 0;
    for (const raw of parsed.data.runs.flatMap((run) => run.results)) {
        const one = SarifResult.safeParse(raw);
        if (!one.success)
            continue;
        characters += one.data.message.text.length;
        if (known.length >= RESULTS_READ || characters > CHARACTERS_READ)
            break;
        const result = toKnown(one.data);
        if (result !== undefined)
            known.push({ result, alert: result.alert });
    }
    return known;
}
function toKnown(sarif) {
    const rule = readRule(sarif.ruleId);
    const place = sarif.locations[0]?.physicalLocation;
    if (rule === undefined || place === undefined)
        return undefined;
    const text = readAlertText(sarif.message.text);
    const fingerprint = sarif.partialFingerprints?.primaryLocationLineHash ?? '';
    return {
        fingerprint: fingerprint === '' || fingerprint.length > FINGERPRINT_CHARACTERS ? null : fingerprint,
        sarifRuleId: sarif.ruleId,
        ruleId: rule.ruleId,
        severity: readSeverity([sarif.properties?.severity, rule.rank, sarif.level]),
        title: text.title,
        message: text.message,
        path: decodePath(place.artifactLocation.uri).slice(0, PATH_CHARACTERS),
        side: text.side,
        region: toRegion({ start: text.line ?? place.region?.startLine, end: text.line ?? place.region?.endLine }),
        quote: null,
        state: 'open',
        dismissal: null,
        alert: sarif.properties?.['github/alertNumber'] ?? null,
    };
}
/** Lines as code scanning gives them, made 1-based and ordered whatever it says. */
function toRegion(lines) {
    const startLine = Math.max(1, lines.start ?? 1);
    return { startLine, endLine: Math.max(startLine, lines.end ?? startLine) };
}
function decodePath(uri) {
    try {
        return decodeURIComponent(uri);
    }
    catch {
        return uri;
    }
}

;// CONCATENATED MODULE: ./src/history/alerts.ts





/** 5,000 alerts, 100 a page. */
const ALERT_PAGES = 50;
const ANALYSES_READ = 100;
const DISMISSAL_CHARACTERS = 1_000;
const alerts_PATH_CHARACTERS = 4_096;
const MESSAGE_CHARACTERS = 300;
const Analyses = schemas/* array */.YOg(schemas/* unknown */.L5J());
const Alert = schemas/* object */.Ikc({
    number: schemas/* int */.Whr(),
    state: schemas/* enum */.k5n(['open', 'dismissed', 'fixed']).nullable(),
    rule: schemas/* object */.Ikc({
        id: schemas/* string */.YjP().nullish(),
        severity: schemas/* string */.YjP().nullish(),
        security_severity_level: schemas/* string */.YjP().nullish(),
    }),
    dismissed_by: schemas/* object */.Ikc({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().optional() }).nullish(),
    dismissed_at: schemas/* string */.YjP().nullish(),
    dismissed_reason: schemas/* string */.YjP().nullish(),
    dismissed_comment: schemas/* string */.YjP().nullish(),
    most_recent_instance: schemas/* object */.Ikc({
        category: schemas/* string */.YjP().nullish(),
        message: schemas/* object */.Ikc({ text: schemas/* string */.YjP() }).optional(),
        location: schemas/* object */.Ikc({ path: schemas/* string */.YjP(), start_line: schemas/* int */.Whr().nullish(), end_line: schemas/* int */.Whr().nullish() })
            .partial()
            .optional(),
    }),
});
/** Analyses before the newest one: a reviewer overlooks a defect in one run, hardly ever in three. */
const EARLIER_ANALYSES = 2;
/**
 * What the newest analysis of our tool and category on a ref reported, and what became of its alerts. What only the
 * analyses before it have is `fixed`: it keeps its name. Whatever GitHub refuses is `unknown`; nothing is thrown but our
 * own bugs.
 */
async function readAlerts(api, request) {
    return orUnknown(async () => {
        const [analysed, ...older] = await findAnalyses(api, request);
        if (analysed === undefined)
            return { kind: 'known', results: [], analysed };
        const alerts = [
            ...(await listAlerts(api, { ...request, state: 'open' })),
            ...(await listAlerts(api, { ...request, state: 'dismissed' })),
        ];
        const reported = readAnalysis(await readSarif(api, analysed));
        if (reported === undefined)
            throw new UnreadableAnswer(`analysis ${analysed.id} is no SARIF`);
        const earlier = [];
        for (const one of older.slice(0, EARLIER_ANALYSES))
            earlier.push(...(await readEarlier(api, one)));
        return { kind: 'known', results: join(withEarlier(reported, earlier), alerts), analysed };
    });
}
/** Alerts that were dismissed and are not told by a ref; GitHub then lists those of the default branch. */
async function readDismissed(api, request) {
    return orUnknown(async () => {
        const alerts = await listAlerts(api, { ...request, ref: undefined, state: 'dismissed' });
        return { kind: 'known', results: alerts.flatMap(alerts_toKnown), analysed: undefined };
    });
}
class UnreadableAnswer extends Error {
    name = 'UnreadableAnswer';
}
async function orUnknown(read) {
    try {
        return await read();
    }
    catch (error) {
        if (error instanceof UnreadableAnswer)
            return { kind: 'unknown', why: `GitHub's answer is not understood: ${error.message}` };
        if (!(error instanceof errors/* GitHubError */.y_))
            throw error;
        if (isNothingYet(error))
            return { kind: 'known', results: [], analysed: undefined };
        return { kind: 'unknown', why: explain(error) };
    }
}
/** Where a repository has no analysis at all, GitHub answers 404 to both lists. */
function isNothingYet(error) {
    return error.kind === 'not-found' && /no analysis found/i.test(error.message);
}
function explain(error) {
    const said = error.message.slice(0, MESSAGE_CHARACTERS);
    switch (error.kind) {
        case 'forbidden':
        case 'not-found':
            return `give the job the permission security-events: read (${said})`;
        case 'disabled':
            return `code scanning is off for this repository (${said})`;
        case 'invalid':
        case 'rate-limited':
        case 'unavailable':
            return said;
    }
}
/** Those of the category, the newest first. */
async function findAnalyses(api, request) {
    const query = toQuery({ tool_name: request.toolName, ref: request.ref, per_page: String(ANALYSES_READ) });
    const answer = Analyses.safeParse(await api.get(`/code-scanning/analyses?${query}`));
    if (!answer.success)
        throw new UnreadableAnswer('the analyses are no list');
    const ours = answer.data
        .slice(0, ANALYSES_READ)
        .flatMap((raw) => Analysis.safeParse(raw).data ?? [])
        .filter(({ category }) => isCategory(category, request.category));
    return ours.toSorted((a, b) => (0,text_order/* compareText */.n)(b.created_at, a.created_at) || b.id - a.id);
}
/** Without it a result that comes back may get another name, which is no reason to know nothing. */
async function readEarlier(api, analysis) {
    try {
        return readAnalysis(await readSarif(api, analysis)) ?? [];
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y_)
            return [];
        throw error;
    }
}
/** Each result as the newest analysis has it; those that it has not any more as fixed. */
function withEarlier(reported, earlier) {
    const known = new Set(reported.map(identityKey));
    const gone = earlier.filter((one) => {
        const key = identityKey(one);
        if (one.result.fingerprint === null || known.has(key))
            return false;
        known.add(key);
        return true;
    });
    return [...reported, ...gone.map(({ result, alert }) => ({ result: { ...result, state: 'fixed' }, alert }))];
}
function identityKey({ result: { path, sarifRuleId, fingerprint } }) {
    return JSON.stringify([path, sarifRuleId, fingerprint]);
}
function readSarif(api, { id }) {
    return api.get(`/code-scanning/analyses/${id}`, { accept: 'application/sarif+json' });
}
async function listAlerts(api, request) {
    const { toolName, category, ref, state } = request;
    const query = toQuery({ tool_name: toolName, ...(ref === undefined ? {} : { ref }), state });
    const raw = await api.list(`/code-scanning/alerts?${query}`, { maxPages: ALERT_PAGES });
    return raw
        .flatMap((one) => Alert.safeParse(one).data ?? [])
        .filter((alert) => isCategory(alert.most_recent_instance.category, category));
}
function toQuery(parameters) {
    return new URLSearchParams(parameters).toString();
}
function isCategory(category, ours) {
    return (category ?? '').replace(/\/$/, '') === ours.replace(/\/$/, '');
}
/** Results with what people decided about them; then the alerts that the analysis does not name, known by their text. */
function join(reported, alerts) {
    const byNumber = new Map(alerts.map((alert) => [alert.number, alert]));
    const byText = new Map(alerts.flatMap((alert) => alerts_toKnown(alert).map((known) => [textKey(known), alert])));
    const joined = new Set();
    const results = reported.map(({ result, alert }) => {
        const found = alert === null ? byText.get(textKey(result)) : byNumber.get(alert);
        if (found === undefined)
            return result;
        joined.add(found.number);
        const state = result.state === 'fixed' && found.state !== 'dismissed' ? 'fixed' : stateOf(found);
        return { ...result, state, dismissal: toDismissal(found), alert: found.number };
    });
    return [...results, ...alerts.filter(({ number }) => !joined.has(number)).flatMap(alerts_toKnown)];
}
/** For servers that do not say which alert a result belongs to. */
function textKey({ sarifRuleId, path, region, title, message }) {
    return JSON.stringify([sarifRuleId, path, region.startLine, title, message]);
}
function stateOf(alert) {
    return alert.state ?? 'open';
}
function alerts_toKnown(alert) {
    const { message, location } = alert.most_recent_instance;
    const sarifRuleId = alert.rule.id ?? '';
    const rule = readRule(sarifRuleId);
    if (rule === undefined || location?.path === undefined)
        return [];
    const text = readAlertText(message?.text ?? '');
    return [
        {
            fingerprint: null,
            sarifRuleId,
            ruleId: rule.ruleId,
            severity: readSeverity([rule.rank, alert.rule.security_severity_level, alert.rule.severity]),
            title: text.title,
            message: text.message,
            path: location.path.slice(0, alerts_PATH_CHARACTERS),
            side: text.side,
            region: toRegion({ start: text.line ?? location.start_line, end: text.line ?? location.end_line }),
            quote: null,
            state: stateOf(alert),
            dismissal: toDismissal(alert),
            alert: alert.number,
        },
    ];
}
function toDismissal(alert) {
    if (alert.state !== 'dismissed')
        return null;
    const { dismissed_by: by, dismissed_comment: comment } = alert;
    return {
        by: cap(by?.login),
        byType: by?.type === 'User' || by?.type === 'Bot' ? by.type : 'other',
        at: cap(alert.dismissed_at),
        reason: cap(alert.dismissed_reason),
        comment: comment === null || comment === undefined ? null : cap(comment),
    };
}
function cap(text) {
    return (text ?? '').slice(0, DISMISSAL_CHARACTERS);
}

// EXTERNAL MODULE: ./src/policy/shown.ts
var shown = __webpack_require__(1003);
// EXTERNAL MODULE: ./src/types/report.ts + 1 modules
var report = __webpack_require__(1061);
// EXTERNAL MODULE: ./src/types/result.ts
var result = __webpack_require__(8020);
;// CONCATENATED MODULE: ./src/history/baseline-file.ts





const baseline_file_MAX_BYTES = 50 * 1024 * 1024;
/** As many as a run may upload to code scanning. */
const baseline_file_RESULTS_READ = 25_000;
const shape = result/* Result */.Q7.shape;
/** The fields that matter here; older and newer versions of the report lack or add others. */
const BaselineResult = schemas/* object */.Ikc({
    fingerprint: shape.fingerprint.min(1).max(200),
    sarifRuleId: shape.sarifRuleId.optional(),
    ruleId: shape.ruleId,
    severity: shape.severity,
    title: shape.title,
    message: shape.message,
    path: shape.path,
    side: shape.side,
    region: shape.region,
    quote: shape.quote,
    baselineState: shape.baselineState,
});
const BaselineReport = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(1),
    tool: schemas/* object */.Ikc({ name: schemas/* literal */.euz('model-stack-action') }),
    conclusion: result/* Conclusion */.Ie,
    change: schemas/* object */.Ikc({ head: report/* ChangeReport */.NB.shape.head, pullRequest: schemas/* object */.Ikc({ number: schemas/* int */.Whr() }).nullable() }).nullable(),
    results: schemas/* array */.YOg(BaselineResult),
});
/** Reads the file given as `baseline`. `label` names it in errors. Throws ConfigurationError for what is no report. */
function parseBaseline(text, label) {
    if (Buffer.byteLength(text) > baseline_file_MAX_BYTES)
        throw notAReport(label, `it has more than ${baseline_file_MAX_BYTES / 1024 / 1024} MB`);
    const parsed = BaselineReport.safeParse(baseline_file_parseJson(text, label));
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const where = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.map(String).join('.');
        throw notAReport(label, `${where} is not what schemaVersion 1 of the report has there`);
    }
    const { results, conclusion, change } = parsed.data;
    const present = results.filter(({ baselineState }) => baselineState !== 'absent');
    return {
        results: present.slice(0, baseline_file_RESULTS_READ).map(baseline_file_toKnown),
        leftOut: Math.max(0, present.length - baseline_file_RESULTS_READ),
        conclusion,
        head: change?.head,
        pullRequest: change?.pullRequest?.number,
    };
}
function baseline_file_parseJson(text, label) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw notAReport(label, 'it is not JSON', cause);
    }
}
function notAReport(label, why, cause) {
    return new errors.ConfigurationError(`baseline: ${(0,shown/* shown */.S)(label)} is not a report of model-stack-action: ${why}. Give the report-file of an earlier run.`, { cause });
}
function baseline_file_toKnown({ baselineState: _state, ...result }) {
    const { ruleId, severity } = result;
    return {
        ...result,
        sarifRuleId: result.sarifRuleId ?? (ruleId === 'security' ? `security/${severity}` : ruleId),
        state: 'open',
        dismissal: null,
        alert: null,
    };
}

;// CONCATENATED MODULE: ./src/history/read-history.ts


/**
 * What stood at the base: code-scanning alerts where there are any, else the file given as `baseline`, else nothing is
 * known. What the previous run of the same change said: its alerts, else that file where it is of this change,
 * which therefore says nothing of the base: a defect does not stop blocking by being pushed again.
 */
async function readHistory(sources, request) {
    const file = sources.baseline === undefined ? undefined : parseBaseline(sources.baseline.text, sources.baseline.label);
    const alerts = sources.api === undefined ? nothingAsked : await askCodeScanning(sources.api, request);
    const ofThisChange = file !== undefined && isOfThisChange(file, request);
    const base = chooseBase(alerts.base, ofThisChange ? undefined : file);
    const previous = previousRun(alerts.previous, ofThisChange ? file : undefined);
    const { dismissed } = alerts;
    return {
        ...{ base: base.results, baseFrom: base.from, previous: previous.results, dismissed },
        notes: [...base.notes, ...previous.notes, ...dismissedNotes(dismissed), ...alerts.notes],
    };
}
function isOfThisChange(file, { pullRequest, commits }) {
    if (file.pullRequest !== undefined && file.pullRequest === pullRequest)
        return true;
    return file.head !== undefined && commits.includes(file.head);
}
const nothingAsked = { base: undefined, previous: undefined, dismissed: [], notes: [] };
async function askCodeScanning(api, request) {
    const { baseBranch, pullRequest, toolName, category } = request;
    const ask = (ref) => readAlerts(api, { toolName, category, ref });
    const dismissed = await readDismissed(api, { toolName, category });
    // Where one list is refused the others are: one note says it.
    if (dismissed.kind === 'unknown')
        return { ...nothingAsked, notes: [`Code-scanning alerts cannot be read: ${dismissed.why}.`] };
    const base = baseBranch === undefined ? undefined : await ask(`refs/heads/${baseBranch}`);
    const previous = pullRequest === undefined ? undefined : await askPullRequest(ask, pullRequest);
    const known = new Set([base, previous].flatMap((one) => (one?.kind === 'known' ? one.results : [])).map(({ alert }) => alert));
    return { base, previous, dismissed: dismissed.results.filter(({ alert }) => !known.has(alert)), notes: [] };
}
/**
 * Uploads of a pull request stand under its head or under its merge commit; the newer one counts. What a person dismissed
 * under the other one is dismissed all the same.
 */
async function askPullRequest(ask, pullRequest) {
    const head = await ask(`refs/pull/${pullRequest}/head`);
    const merge = await ask(`refs/pull/${pullRequest}/merge`);
    if (head.kind === 'unknown' || merge.kind === 'unknown')
        return head.kind === 'unknown' ? head : merge;
    const isMergeNewer = (merge.analysed?.created_at ?? '') > (head.analysed?.created_at ?? '');
    const [newer, older] = isMergeNewer ? [merge, head] : [head, merge];
    const known = new Set(newer.results.map(({ alert }) => alert));
    const dismissed = older.results.filter(({ state, alert }) => state === 'dismissed' && !known.has(alert));
    return { ...newer, results: [...newer.results, ...dismissed] };
}
function chooseBase(alerts, file) {
    if (alerts?.kind === 'known' && alerts.analysed !== undefined) {
        const ignored = file === undefined ? '' : ' The file given as baseline is not used.';
        const note = `Known at the base: ${counted(alerts.results)} in code scanning.${ignored}`;
        return { results: alerts.results, from: 'code-scanning', notes: [note] };
    }
    if (file !== undefined) {
        const note = `Known at the base: ${counted(file.results)} in the file given as baseline.${cautions(file)}`;
        return { results: file.results, from: 'file', notes: [note] };
    }
    if (alerts === undefined)
        return { results: undefined, from: 'nowhere', notes: [] };
    return alerts.kind === 'known'
        ? {
            ...{ results: [], from: 'code-scanning' },
            notes: ['Code scanning holds no analysis of the base branch: every result is new.'],
        }
        : {
            ...{ results: undefined, from: 'nowhere' },
            notes: [`Code-scanning alerts of the base branch cannot be read: ${alerts.why}.`],
        };
}
function dismissedNotes(dismissed) {
    return dismissed.length === 0 ? [] : [`Dismissed in code scanning on another branch: ${counted(dismissed)}.`];
}
function previousRun(alerts, file) {
    if (alerts?.kind === 'known' && alerts.analysed !== undefined)
        return {
            results: alerts.results,
            notes: [`The previous run reported ${counted(alerts.results)} to code scanning.`],
        };
    if (file === undefined)
        return {
            results: undefined,
            notes: alerts?.kind === 'unknown' ? [`Alerts of the previous run cannot be read: ${alerts.why}.`] : [],
        };
    const note = `The file given as baseline is of this change: ${counted(file.results)} of its previous run, which do not stop blocking by being known.`;
    return { results: file.results, notes: [`${note}${cautions(file)}`] };
}
function cautions({ conclusion, leftOut }) {
    return [
        conclusion === 'not-evaluated' ? ' Its run did not review everything.' : '',
        leftOut === 0 ? '' : ` ${leftOut} more were left out.`,
    ].join('');
}
function counted(results) {
    const count = results.filter(({ state }) => state !== 'fixed').length;
    return count === 1 ? '1 result' : `${count} results`;
}

// EXTERNAL MODULE: ./src/host/find-executable.ts
var find_executable = __webpack_require__(3280);
// EXTERNAL MODULE: ./src/host/github/needing.ts
var needing = __webpack_require__(1000);
;// CONCATENATED MODULE: ./src/host/earlier-runs.ts









/** A larger file is no report of ours: 25,000 results have some 30 MB. */
const BASELINE_BYTES = 50 * 1024 * 1024;
/** Looks for what earlier runs left: alerts, a baseline, an override, a recorded review. */
function makeEarlierRuns(options) {
    const { github, place } = options;
    return {
        place,
        history: async (change) => readHistory({
            api: github === undefined ? undefined : (0,needing/* needing */.h)('security-events: read', github),
            baseline: await readBaseline(change, options),
        }, {
            ...{ toolName: 'model-stack-action', category: options.category, baseBranch: change.baseBranch },
            pullRequest: change.pullRequest?.number ?? options.queued,
            // Whoever names a file on the command line means it to be known, also one of the same commits.
            commits: options.surface === 'action' ? [change.head, ...change.commits.map(({ sha }) => sha)] : [],
        }),
        override: async (change, rules, reused) => {
            if (github === undefined)
                return { kind: 'none' };
            const { pullRequest, head } = change;
            if (pullRequest !== undefined)
                return readOverride(github, { pullRequest, head, rules });
            return readQueuedOverride(github, { number: options.queued, head: reused, rules });
        },
        recall: (question) => recall(question, options),
        recallEarlier: ({ credentials, ...question }) => findEarlierRecord(options.store, {
            ...question,
            secrets: secretsOf(credentials, options),
            now: options.now(),
        }),
        remember: (record, credentials) => remember(record, credentials, options),
    };
}
function secretsOf(credentials, { secrets }) {
    return credentials.map((name) => secrets[name] ?? '');
}
async function recall({ key, credentials }, options) {
    const { store, need, log, now } = options;
    const { record, notes } = await findRecord(store, { secrets: secretsOf(credentials, options), key, need, now: now() });
    for (const note of notes)
        log.info(note);
    return record;
}
async function remember(record, credentials, options) {
    if (holdsSecret(record, options.redact)) {
        options.log.info('The review is not kept for a re-run or the merge queue: what looks like a secret stands in it.');
        return;
    }
    const secrets = secretsOf(credentials, options);
    const name = recordName(record.key, secrets);
    const sealed = sealRecord(record, secrets);
    if (name !== undefined && sealed !== undefined)
        await options.store.keep(name, sealed);
}
/** What the models wrote, each text by itself and all in a row, because a secret can be given away in pieces. */
function holdsSecret({ reviews }, redact) {
    const texts = reviews.flatMap(({ findings, filesReviewed, notVerified, filesRead }) => textsOf([findings, filesReviewed, notVerified, filesRead]));
    return [...texts, texts.join('')].some((text) => redact(text) !== text);
}
function textsOf(value) {
    if (typeof value === 'string')
        return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
/** The text of the baseline. In a job, a file that the change itself brings is refused: it would forge its own past. */
async function readBaseline(change, { baseline, checkout, surface, git }) {
    if (baseline === undefined)
        return undefined;
    const file = (0,external_node_path_.isAbsolute)(baseline) ? baseline : (0,external_node_path_.resolve)(surface === 'action' ? checkout : process.cwd(), baseline);
    const text = readCapped(file, baseline);
    if (surface === 'action' && (0,find_executable/* isInside */.F)(checkout, (0,external_node_fs_.realpathSync)(file))) {
        const path = (0,external_node_path_.relative)(checkout, (0,external_node_fs_.realpathSync)(file));
        const listed = await git.read(['ls-tree', '-z', '--name-only', change.head, '--', path]);
        if (listed.length > 0) {
            throw new errors.ConfigurationError(`baseline: ${earlier_runs_shown(baseline)} is a file of the change under review, which could name any result as known; give one from outside of the repository, such as an artifact of an earlier run.`);
        }
    }
    return { text, label: baseline };
}
function readCapped(file, written) {
    const wrong = (why, cause) => new errors.ConfigurationError(`baseline: ${earlier_runs_shown(written)} ${why}; give the report file of an earlier run.`, { cause });
    let descriptor;
    try {
        // Without waiting for a pipe that nobody writes to.
        descriptor = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (error) {
        throw wrong('cannot be read', error);
    }
    try {
        const stat = (0,external_node_fs_.fstatSync)(descriptor);
        if (!stat.isFile())
            throw wrong('is no file');
        if (stat.size > BASELINE_BYTES)
            throw wrong(`has ${stat.size} bytes, more than ${BASELINE_BYTES}`);
        return (0,external_node_fs_.readFileSync)(descriptor, 'utf8');
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function earlier_runs_shown(path) {
    return JSON.stringify(path.slice(0, 300));
}


/***/ }),

/***/ 1000:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ needing)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);

/** The same API, whose refusals name the permission that the workflow must give, for example `security-events: write`. */
function needing(permission, api) {
    const named = async (request) => {
        try {
            return await request;
        }
        catch (error) {
            throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ ? withPermission(error, permission) : error;
        }
    };
    return {
        get: (path, options) => named(api.get(path, options)),
        list: (path, options) => named(api.list(path, options)),
        send: (method, path, body) => named(api.send(method, path, body)),
    };
}
/** GitHub also answers 404 where a token may not even know that something is there. */
function withPermission(error, permission) {
    const hints = {
        forbidden: `github-token needs the permission ${permission}`,
        'not-found': `it is not there, or github-token lacks the permission ${permission}`,
    };
    const hint = hints[error.kind];
    if (hint === undefined)
        return error;
    const status = error.status === undefined ? {} : { status: error.status };
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_(error.kind, `${error.message} (${hint})`, { cause: error, ...status });
}


/***/ }),

/***/ 5118:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   lx: () => (/* binding */ isRecordName),
/* harmony export */   qy: () => (/* binding */ MAX_CANDIDATES),
/* harmony export */   xR: () => (/* binding */ MAX_RECORD_BYTES)
/* harmony export */ });
/** More than one record of a name: the same diff over several trees, or somebody's forgeries. */
const MAX_CANDIDATES = 5;
/** A sealed record has 8 MB and its first line at most. */
const MAX_RECORD_BYTES = 8 * 1024 * 1024 + 100;
/** As `recordName` makes them; nothing else becomes a part of a path or a query. */
function isRecordName(name) {
    return /^model-stack-[0-9a-f]{24}$/.test(name);
}
/** The message of whatever was thrown, on one line. */
function reasonOf(error) {
    const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    return String(message).replace(/\s+/g, ' ').slice(0, 300);
}


/***/ })

};
