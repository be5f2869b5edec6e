export const id = 411;
export const ids = [411];
export const modules = {

/***/ 9411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ alertKey),
  Q: () => (/* binding */ toResults)
});

// EXTERNAL MODULE: ./src/types/result.ts
var types_result = __webpack_require__(8020);
// EXTERNAL MODULE: ./src/types/rule.ts
var rule = __webpack_require__(5747);
// EXTERNAL MODULE: ./src/types/text-order.ts
var text_order = __webpack_require__(9675);
;// CONCATENATED MODULE: ./src/baseline/absent.ts

/** They are only listed; nobody reads more of them. */
const MAX_ABSENT = 1_000;
/** Results of earlier runs that this run does not report, the worst first. They block nothing and count for nothing. */
function absentResults({ base, previous }) {
    const absent = new Map();
    for (const known of previous)
        absent.set(keyOf(known), toAbsent(known, 'absent'));
    for (const known of base)
        if (!absent.has(keyOf(known)))
            absent.set(keyOf(known), toAbsent(known, null));
    return [...absent.values()].toSorted(rule/* bySeverity */.Np).slice(0, MAX_ABSENT);
}
function keyOf({ fingerprint, sarifRuleId, path, region, message }) {
    return fingerprint ?? JSON.stringify([sarifRuleId, path, region.startLine, message]);
}
function toAbsent(known, sincePreviousRun) {
    const { sarifRuleId, ruleId, severity, title, message, path, side, region, quote } = known;
    return {
        ...{ fingerprint: known.fingerprint ?? '', sarifRuleId, ruleId, severity },
        ...{ confidence: 'possible', basis: 'inferred', triage: 'real' },
        ...{ title, message, recommendation: null, assumptions: [], path, side, region, quote: quote ?? '' },
        evidence: { status: 'unverified', detail: 'An earlier run reported it; this run does not.' },
        ...{ related: [], reviewers: [], agreement: { found: 0, confirmed: 0, refuted: 0 }, alsoReportedAs: [] },
        ...{ baselineState: 'absent', sincePreviousRun, suppression: null, blocking: false },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/baseline/fingerprint.ts

const HASH_CHARACTERS = 32;
/** 32 hex digits, a colon and the occurrence, in the manner of code scanning's `primaryLocationLineHash`. */
function fingerprint({ path, side, ruleId, anchor, sibling }) {
    const { symbol, line, occurrence } = anchor;
    const parts = JSON.stringify([path, side, ruleId, symbol, line, occurrence, sibling]);
    const hash = (0,external_node_crypto_.createHash)('sha256').update(parts).digest('hex').slice(0, HASH_CHARACTERS);
    return `${hash}:${occurrence}`;
}

;// CONCATENATED MODULE: ./src/baseline/candidate.ts

/** What the candidate's fingerprint is under another rule: the same line of the same symbol. */
function fingerprintUnder({ found, path }, ruleId) {
    return fingerprint({ path, side: found.finding.side, ruleId, anchor: found.anchor, sibling: 0 });
}

// EXTERNAL MODULE: ./src/types/group-by.ts
var group_by = __webpack_require__(9422);
;// CONCATENATED MODULE: ./src/baseline/fold.ts



/** As many wordings of one result are kept, the worst first. */
const MAX_WORDINGS = 50;
/** One result for all that code scanning would take for one alert: same SARIF rule, same fingerprint. Keeps their order. */
function foldSame(results) {
    const groups = (0,group_by/* groupBy */.$)(results, ({ sarifRuleId, fingerprint }) => `${sarifRuleId} ${fingerprint}`);
    return [...groups.values()].map((group) => (group.length === 1 ? group[0] : fold(group)));
}
/** What could block speaks for the others, and what would let it pass must hold for all of them. */
function fold(group) {
    const [worst = group[0], ...others] = group.toSorted(byWeight);
    const reviewers = [...new Set([worst, ...others].flatMap((result) => result.reviewers))];
    return {
        ...worst,
        reviewers,
        agreement: { ...worst.agreement, found: Math.max(worst.agreement.found, countModels(reviewers)) },
        alsoReportedAs: wordingsOf(worst, others),
        baselineState: group.find(({ baselineState }) => baselineState === 'new')?.baselineState ?? worst.baselineState,
        sincePreviousRun: group.find(({ sincePreviousRun }) => sincePreviousRun === 'new')?.sincePreviousRun ?? worst.sincePreviousRun,
        suppression: group.every(({ suppression }) => suppression !== null) ? worst.suppression : null,
    };
}
function countModels(reviewers) {
    return reviewers.filter((reviewer) => reviewer !== types_result/* ownReviewer */.sR).length;
}
function byWeight(a, b) {
    return Number(canBlock(b)) - Number(canBlock(a)) || (0,rule/* bySeverity */.Np)(a, b);
}
function canBlock(result) {
    return (0,types_result/* isProven */.nn)(result) && result.triage === 'real' && result.suppression === null;
}
function wordingsOf(worst, others) {
    const all = [...worst.alsoReportedAs, ...others.flatMap((other) => [toWording(other), ...other.alsoReportedAs])];
    const different = new Map(all.map((wording) => [JSON.stringify([wording.title, wording.message]), wording]));
    different.delete(JSON.stringify([worst.title, worst.message]));
    return [...different.values()].toSorted(rule/* bySeverity */.Np).slice(0, MAX_WORDINGS);
}
function toWording({ reviewers, ruleId, severity, title, message }) {
    return { reviewer: reviewers[0] ?? types_result/* ownReviewer */.sR, ruleId, severity, title, message };
}

;// CONCATENATED MODULE: ./src/baseline/another-defect.ts
/** Texts with fewer telling words are too short to say that they have nothing in common. */
const ENOUGH_WORDS = 4;
const STEM_CHARACTERS = 5;
/**
 * Whether a finding with the fingerprint of an earlier result is about something else. Only where the two have no word in
 * common but those of the quoted code, so that another wording of one defect is hardly ever torn off.
 */
function isAnotherDefect({ finding, text }, known) {
    const code = stemsOf(`${text} ${known.quote ?? ''}`);
    const now = stemsOf(`${finding.title} ${finding.message}`, code);
    const before = stemsOf(`${known.title} ${known.message}`, code);
    if (now.size < ENOUGH_WORDS || before.size < ENOUGH_WORDS)
        return false;
    return ![...now].some((stem) => before.has(stem));
}
/** Words of at least four letters, cut to their stems, without those that any two reviews share. */
function stemsOf(text, except = new Set()) {
    const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
    const stems = words.map((word) => word.slice(0, STEM_CHARACTERS));
    return new Set(stems.filter((stem) => !everywhere.has(stem) && !except.has(stem)));
}
/** Grammar, and what every finding is about. */
const everywhere = new Set(`about above after again against also another because been before being below between both call called caller cannot
  change code could data does done down each else even ever every file first from function have here into itself just
  last like line made make many mean method more most much must need never next nothing once only other otherwise over
  return same should since some still such take than that their them then there these they this those through time
  under until upon used uses using value very want were what when where which while will with within without would your`
    .split(/\s+/)
    .map((word) => word.slice(0, STEM_CHARACTERS)));

// EXTERNAL MODULE: ./src/baseline/sarif-rule.ts
var sarif_rule = __webpack_require__(2513);
;// CONCATENATED MODULE: ./src/baseline/known-groups.ts

/** There are not so many rules that one result could be under. */
const MAX_GROUP = 20;
/** Groups what has a fingerprint. */
function groupKnown(results) {
    const groups = new Map();
    for (const known of results) {
        if (known.fingerprint === null)
            continue;
        const group = groups.get(known.fingerprint);
        if (group === undefined)
            groups.set(known.fingerprint, [known]);
        else if (group.length < MAX_GROUP)
            group.push(known);
    }
    return groups;
}
/** Of earlier results with one fingerprint: one that still stands, then the one that code scanning takes it for. */
function closest(group, found) {
    const filed = (0,sarif_rule/* sarifRuleId */.p)({ ...found.finding, evidence: found.evidence });
    const rank = ({ state, sarifRuleId: known, path }) => (state === 'fixed' ? 8 : 0) +
        (path === found.finding.path ? 0 : 4) +
        (known === filed ? 0 : 2) +
        (state === 'dismissed' ? 1 : 0);
    const [best] = group.toSorted((a, b) => rank(a) - rank(b));
    return best;
}
/** The one that stands for all of a fingerprint; undefined where all of them were fixed. */
function standingOf(groups, fingerprint) {
    return groups.get(fingerprint)?.find(({ state }) => state !== 'fixed');
}
/** All fingerprints of these. */
function fingerprintsOf(results) {
    return new Set([...results].flatMap((known) => known?.fingerprint ?? []));
}

;// CONCATENATED MODULE: ./src/baseline/line-shifts.ts

/** Code that moved takes all its results along, so those that are recognised at sight tell where to look for the rest. */
function regionsNow(candidates, { results, basePath }) {
    const lines = linesBySign(candidates);
    const samples = new Map();
    for (const known of results) {
        // Its lines are those of an older run than the others.
        if (known.state === 'fixed')
            continue;
        const path = basePath(known.path);
        const now = lines.get(known.fingerprint ?? '') ?? lines.get(signOf(path, known.quote ?? ''));
        if (now === undefined)
            continue;
        (0,group_by/* addTo */.D)(samples, path, { line: known.region.startLine, shift: now - known.region.startLine });
    }
    for (const ofFile of samples.values())
        ofFile.sort((a, b) => a.line - b.line);
    return ({ path, region }) => moved(region, nearest(samples.get(basePath(path)) ?? [], region.startLine)?.shift ?? 0);
}
/** By fingerprint and by quote; undefined where a sign stands at several lines. */
function linesBySign(candidates) {
    const lines = new Map();
    for (const { found, path, fingerprint } of candidates) {
        const { startLine } = found.region;
        for (const sign of [fingerprint, signOf(path, found.text)]) {
            const known = lines.get(sign);
            lines.set(sign, lines.has(sign) && known !== startLine ? undefined : startLine);
        }
    }
    return lines;
}
/** Short quotes stand anywhere. */
const ENOUGH_CHARACTERS = 10;
function signOf(path, quote) {
    const bare = quote.replace(/\s+/g, '');
    return bare.length < ENOUGH_CHARACTERS ? '' : JSON.stringify([path, bare]);
}
function nearest(sorted, line) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle]?.line ?? 0) < line)
            low = middle + 1;
        else
            high = middle;
    }
    const [below, above] = [sorted[low - 1], sorted[low]];
    if (below === undefined || above === undefined)
        return below ?? above;
    return line - below.line < above.line - line ? below : above;
}
function moved({ startLine, endLine }, shift) {
    const start = Math.max(1, startLine + shift);
    return { startLine: start, endLine: start + endLine - startLine };
}

// EXTERNAL MODULE: ./src/consensus/match.ts + 15 modules
var match = __webpack_require__(1389);
;// CONCATENATED MODULE: ./src/baseline/pair-texts.ts





/**
 * As likely as this two statements of two runs must be one defect. More than even, because a new defect that is taken
 * for an accepted one passes, while one that is taken for a new one is only looked at again.
 */
const SURE = 0.65;
/** By what is said and where. Only within a file: the same words about another file are another defect. */
function pairTexts(candidates, search) {
    const { basePath, regionNow, except } = search;
    const open = openResults(search);
    const pairs = new Map();
    if (open.length === 0)
        return pairs;
    // What our own code says is the same for every place, so that only the fingerprint tells its results apart.
    const said = [...candidates.entries()].filter(([index, { found }]) => !except.has(index) && !(0,types_result/* isOwnResult */.aR)(found));
    const now = said.map(([, candidate]) => statementNow(candidate));
    const before = open.map((known) => statementBefore(known, basePath(known.path), regionNow));
    for (const pair of (0,match/* pairSame */.J)(now, before)) {
        const [index, candidate] = said[pair.now] ?? [];
        const known = open[pair.before];
        if (index === undefined || candidate === undefined || known === undefined)
            continue;
        if (candidate.path !== basePath(known.path))
            continue;
        if (pair.score >= SURE || isSamePlace(candidate, known))
            pairs.set(index, known);
    }
    return pairs;
}
/** The same line of the same symbol, though both rule and words changed. */
function isSamePlace(candidate, known) {
    return known.fingerprint === fingerprintUnder(candidate, known.ruleId);
}
/** One for each fingerprint, and all that are standing without one. */
function openResults({ results, groups, except, among }) {
    const settled = fingerprintsOf(except.values());
    const isSettled = new Set(except.values());
    return results.filter((known) => {
        if (rule/* ownRuleIds */.vN.some((own) => own === known.ruleId) || isSettled.has(known))
            return false;
        if (known.fingerprint === null)
            return among === 'standing' && known.state !== 'fixed';
        if (settled.has(known.fingerprint))
            return false;
        const standing = standingOf(groups, known.fingerprint);
        if (among === 'standing')
            return standing === known;
        return standing === undefined && groups.get(known.fingerprint)?.[0] === known;
    });
}
function statementNow({ found, path }) {
    const { side, ruleId, title, message } = found.finding;
    const { region, related, reviewers, text } = found;
    return { path, side, ruleId, title, message, region, related, quote: text, reviewer: reviewers[0] ?? '' };
}
/** Nobody of this run said it: the reviewer of then is not the one of now, even if it has the same name. */
const EARLIER_REVIEWER = 'an earlier run';
function statementBefore(known, path, regionNow) {
    const { side, ruleId, title, message, quote } = known;
    const region = regionNow(known);
    return { path, side, ruleId, title, message, region, quote: quote ?? '', reviewer: EARLIER_REVIEWER, related: [] };
}

;// CONCATENATED MODULE: ./src/baseline/recognize.ts





/**
 * As `recognize`, but what cannot have been there is taken for nothing that was: it gets the name of an open result that
 * nothing else is, as where a line was edited, and counts as one that was fixed.
 */
function recognizeWithCaution(candidates, earlier) {
    const old = candidates.filter((one) => earlier.couldBe(one));
    const oldOnes = recognize(old, earlier);
    if (old.length === candidates.length)
        return oldOnes;
    const isOld = new Set(old);
    const fresh = candidates.filter((one) => !isOld.has(one));
    const names = [...oldOnes.missing, ...earlier.results.filter(({ state }) => state === 'fixed')];
    const taken = fingerprintsOf(oldOnes.known);
    const free = names.filter(({ fingerprint }) => fingerprint !== null && !taken.has(fingerprint));
    const freshOnes = recognize(fresh, { ...earlier, results: free.map((one) => ({ ...one, state: 'fixed' })) });
    const knownOf = new Map([
        ...old.map((one, index) => [one, oldOnes.known[index]]),
        ...fresh.map((one, index) => [one, freshOnes.known[index]]),
    ]);
    const named = fingerprintsOf(freshOnes.known);
    return {
        known: candidates.map((one) => knownOf.get(one)),
        fingerprints: oldOnes.fingerprints,
        missing: oldOnes.missing.filter(({ fingerprint }) => fingerprint === null || !named.has(fingerprint)),
    };
}
/** Which earlier result each candidate is: told by the fingerprint, and by what is said and where. */
function recognize(candidates, earlier) {
    if (earlier.results.length === 0)
        return { known: [], fingerprints: new Set(), missing: [] };
    const groups = groupKnown(earlier.results);
    const regionNow = regionsNow(candidates, earlier);
    const search = { ...earlier, groups, regionNow, among: 'standing' };
    const paired = pairTexts(candidates, { ...search, except: new Map() });
    const sure = pairFingerprints(candidates, { groups, paired });
    const rest = sure.size === 0 ? paired : pairTexts(candidates, { ...search, except: sure });
    const recognized = new Map([...sure, ...rest]);
    pairLeftovers(candidates, recognized, groups);
    const back = pairTexts(candidates, { ...search, except: recognized, among: 'fixed' });
    for (const [index, one] of back)
        recognized.set(index, one);
    const known = candidates.map((candidate, index) => settle(recognized.get(index), candidate.found, groups));
    return { known, fingerprints: new Set(groups.keys()), missing: missingOf(earlier.results, known) };
}
function settle(known, found, groups) {
    return known === undefined ? undefined : (closest(groups.get(known.fingerprint ?? '') ?? [], found) ?? known);
}
/**
 * By fingerprint, each earlier result once. Where several defects share lines, it is left to the words, because any of
 * them may have gone over to the rule of another; anywhere else the place tells repeated defects apart.
 */
function pairFingerprints(candidates, { groups, paired }) {
    const partners = new Map([...paired].map(([index, known]) => [known, candidates[index]]));
    const pairs = new Map();
    const shared = repeatedFingerprints(candidates);
    for (const [index, candidate] of candidates.entries()) {
        const { found, fingerprint } = candidate;
        const known = standingOf(groups, fingerprint);
        if (known === undefined || shared.has(fingerprint) || isAnotherDefect(found, known))
            continue;
        const [words, other] = [paired.get(index), partners.get(known)];
        const isContested = (words !== undefined && words !== known && overlap(words.region, known.region)) ||
            (other !== undefined && other !== candidate && overlap(other.found.region, found.region));
        if (!isContested)
            pairs.set(index, known);
    }
    return pairs;
}
function repeatedFingerprints(candidates) {
    const seen = new Set();
    const repeated = new Set();
    for (const { fingerprint } of candidates) {
        if (seen.has(fingerprint))
            repeated.add(fingerprint);
        seen.add(fingerprint);
    }
    return repeated;
}
function overlap(a, b) {
    return a.startLine <= b.endLine && b.startLine <= a.endLine;
}
/** What was said too differently, what was fixed and is back, and our own results: by the fingerprint alone. */
function pairLeftovers(candidates, recognized, groups) {
    const taken = fingerprintsOf(recognized.values());
    for (const [index, { found, fingerprint }] of candidates.entries()) {
        if (recognized.has(index) || taken.has(fingerprint))
            continue;
        const group = (groups.get(fingerprint) ?? []).filter((known) => (0,types_result/* isOwnResult */.aR)(found) || !isAnotherDefect(found, known));
        const known = closest(group, found);
        if (known === undefined)
            continue;
        recognized.set(index, known);
        taken.add(fingerprint);
    }
}
/** Who recognises one of the rules under which code scanning holds a result, recognises all of them. */
function missingOf(results, known) {
    const present = new Set(known);
    const fingerprints = fingerprintsOf(known);
    const missing = results.filter((one) => !present.has(one) && !fingerprints.has(one.fingerprint ?? ''));
    return missing.filter(({ state }) => state === 'open');
}

;// CONCATENATED MODULE: ./src/baseline/suppress.ts
/** Looks up the config's rules once; the answer tells of each result whether it is suppressed, the config before an alert. */
function suppressor(context) {
    const rules = new Map();
    for (const rule of context.suppressions)
        if (!isExpired(rule, context))
            rules.set(rule.fingerprint, rule);
    return ({ fingerprints, known }) => {
        const rule = fingerprints.map((fingerprint) => rules.get(fingerprint)).find((found) => found !== undefined);
        if (rule !== undefined)
            return { suppression: byConfig(rule), notes: [] };
        return byDismissal(known, context);
    };
}
/** So many are named; a config may hold any number of them. */
const MAX_NOTES = 20;
/** Rules that stopped working, for people. */
function expiredNotes(context) {
    const expired = context.suppressions.filter((rule) => isExpired(rule, context));
    const named = expired.slice(0, MAX_NOTES).map(({ fingerprint, owner, expires }) => {
        return oneLine(`Suppression ${fingerprint} of ${owner} expired on ${expires} and no longer works.`);
    });
    const rest = expired.length - named.length;
    return rest === 0 ? named : [...named, `${rest} more suppressions expired and no longer work.`];
}
function isExpired({ expires }, { today }) {
    return expires !== undefined && expires < today;
}
function byConfig({ reason, owner, expires }) {
    return { kind: 'config', reason, owner, expires: expires ?? null };
}
function byDismissal(known, context) {
    const notes = new Set();
    for (const one of known) {
        const { state, dismissal, alert } = one;
        if (state !== 'dismissed' || dismissal === null)
            continue;
        const problem = dismissal.byType === 'User' ? context.dismissalProblem(dismissal) : 'only a person can dismiss it';
        if (problem === undefined)
            return { suppression: toSuppression(dismissal), dismissed: one, notes: [] };
        const which = alert === null ? 'an alert' : `alert ${alert}`;
        notes.add(oneLine(`The dismissal of ${which} by ${dismissal.by} does not count: ${problem}.`));
    }
    return { suppression: null, notes: [...notes] };
}
function toSuppression({ by, reason, comment }) {
    const said = comment === null || comment.trim() === '' ? reason : `${reason}: ${comment}`;
    return { kind: 'dismissed-alert', reason: said, owner: by, expires: null };
}
const MAX_NOTE_CHARACTERS = 500;
/** Names and reasons are foreign text. */
function oneLine(text) {
    return text.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, MAX_NOTE_CHARACTERS);
}

;// CONCATENATED MODULE: ./src/baseline/track.ts










/** What code scanning tells alerts of one tool and category apart by. */
function alertKey({ path, sarifRuleId, fingerprint }) {
    return JSON.stringify([path, sarifRuleId, fingerprint]);
}
/** Gives each finding its identity, what it was before, and whether somebody accepted it. Nothing blocks yet. */
function toResults(agreed, context) {
    const basePath = (path) => context.renames.get(path) ?? path;
    const candidates = agreed.toSorted(byPlace).map((found) => toCandidate(found, basePath(found.finding.path)));
    const sources = recognizeAll(candidates, { context, basePath });
    const suppressedOf = suppressor(context);
    const notes = new Set(expiredNotes(context));
    const withheld = new Set();
    const present = identify(candidates, sources).map((one) => {
        const suppressed = suppressedOf(one);
        for (const note of suppressed.notes)
            notes.add(note);
        const result = { ...toResult(one, context.history), suppression: suppressed.suppression };
        if (isFiledElsewhere(result, suppressed))
            withheld.add(alertKey(result));
        return result;
    });
    const absent = absentResults({
        base: sources.base.missing.filter(({ path }) => context.touched.has(path)),
        previous: sources.previous.missing,
    });
    return { results: [...foldSame(present).toSorted(rule/* bySeverity */.Np), ...absent], withheld, notes: [...notes] };
}
function isFiledElsewhere(result, { dismissed }) {
    if (dismissed === undefined)
        return false;
    const { path, sarifRuleId, fingerprint } = dismissed;
    return fingerprint === null || alertKey({ path, sarifRuleId, fingerprint }) !== alertKey(result);
}
/**
 * New code is none of what was accepted before this change, however alike it is; else a copied defect would pass. What
 * moved is so with its function only. The user's own report may be of this very change: at the same line of the same
 * symbol it is taken at its word.
 */
function recognizeAll(candidates, { context, basePath }) {
    const { base = [], baseFrom, previous = [], dismissed } = context.history;
    const ages = new Map(candidates.map((candidate) => [candidate, context.codeAge(candidate.found)]));
    const couldBe = (known, atSamePlace) => {
        const isSamePlace = standsWhereKnown(known);
        return (candidate) => {
            const age = ages.get(candidate) ?? 'new';
            return age === 'old' || (atSamePlace.includes(age) && isSamePlace(candidate));
        };
    };
    return {
        base: recognizeWithCaution(candidates, {
            results: base,
            basePath,
            couldBe: couldBe(base, baseFrom === 'file' ? ['new', 'moved'] : ['moved']),
        }),
        previous: recognize(candidates, { results: previous, basePath }),
        dismissed: recognizeWithCaution(candidates, {
            results: dismissed,
            basePath,
            couldBe: couldBe(dismissed, ['moved']),
        }),
    };
}
/** The same line of the same symbol, under whatever rule. */
function standsWhereKnown(known) {
    const fingerprints = new Set(known.map(({ fingerprint }) => fingerprint));
    const ruleIds = new Set(known.map(({ ruleId }) => ruleId));
    return (candidate) => [...ruleIds].some((ruleId) => fingerprints.has(fingerprintUnder(candidate, ruleId)));
}
function toCandidate(found, path) {
    const { side, ruleId } = found.finding;
    return { found, path, fingerprint: fingerprint({ path, side, ruleId, anchor: found.anchor, sibling: 0 }) };
}
/** The previous run knows best what a result is called; what nobody knows gets a name that nobody has. */
function identify(candidates, { base, previous, dismissed }) {
    const recognized = candidates.map((candidate, index) => {
        const [inBase, inPrevious] = [base.known[index], previous.known[index]];
        const all = [inPrevious, inBase, dismissed.known[index]];
        return { ...candidate, inBase, inPrevious, known: all.filter((one) => one !== undefined) };
    });
    const taken = new Set([...base.fingerprints, ...previous.fingerprints, ...dismissed.fingerprints]);
    // A second defect at the place and under the rule of an open result goes on with it, as in a run without a history.
    for (const one of recognized)
        if (!isAccepted(one))
            taken.delete(nameOf(one) ?? '');
    return recognized.map((one) => {
        const identity = nameOf(one) ?? freeFingerprint(one, taken);
        return { ...one, identity, fingerprints: [identity, one.fingerprint] };
    });
}
function nameOf({ known }) {
    return known.find(({ fingerprint }) => fingerprint !== null)?.fingerprint ?? undefined;
}
/** What was there before or was dismissed does not block, and must not let anything else pass. */
function isAccepted({ inBase, known }) {
    return stateOf(inBase) === 'unchanged' || known.some(({ state }) => state === 'dismissed');
}
/** So many other defects at one place and under one rule can be told apart. */
const MAX_SIBLINGS = 20;
/** Not that of an earlier result that it is not: code scanning, and what a person said of that one, would swallow it. */
function freeFingerprint({ found, path, fingerprint: own }, taken) {
    const { side, ruleId } = found.finding;
    let free = own;
    for (let sibling = 1; taken.has(free) && sibling <= MAX_SIBLINGS; sibling += 1) {
        free = fingerprint({ path, side, ruleId, anchor: found.anchor, sibling });
    }
    return free;
}
function toResult({ found, identity, inBase, inPrevious, known: [known] }, history) {
    const { finding, region, evidence, related, agreement } = found;
    const { severity, confidence, basis, triage, title, message, recommendation, assumptions, path, side } = finding;
    const ruleId = known?.ruleId ?? finding.ruleId;
    return {
        ...{ fingerprint: identity, sarifRuleId: filedUnder({ ...finding, evidence, ruleId }, known), ruleId },
        ...{ severity, confidence, basis, triage, title, message, recommendation, assumptions },
        ...{ path, side, region, quote: finding.quote, evidence, related, reviewers: [...found.reviewers], agreement },
        alsoReportedAs: [...found.alsoReportedAs],
        baselineState: stateOf(inBase),
        sincePreviousRun: history.previous === undefined ? null : stateOf(inPrevious),
        ...{ suppression: null, blocking: false },
    };
}
/** Where code scanning has it already, so that it opens no second alert. What is not proven gets no rank, whatever it had. */
function filedUnder(result, known) {
    if (known === undefined || !(0,sarif_rule/* isSarifRuleOf */.N)(result.ruleId, known.sarifRuleId))
        return (0,sarif_rule/* sarifRuleId */.p)(result);
    return (0,types_result/* isProven */.nn)(result) ? known.sarifRuleId : result.ruleId;
}
/** What was fixed and is reported again is new again, under its old name. */
function stateOf(known) {
    return known === undefined || known.state === 'fixed' ? 'new' : 'unchanged';
}
function byPlace(a, b) {
    return ((0,text_order/* compareText */.n)(a.finding.path, b.finding.path) ||
        a.region.startLine - b.region.startLine ||
        (0,text_order/* compareText */.n)(a.finding.side, b.finding.side));
}


/***/ }),

/***/ 1389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* reexport */ groupSame),
  J: () => (/* reexport */ pairSame)
});

;// CONCATENATED MODULE: ./src/consensus/match/heap.ts
/** Makes an empty queue. */
function makeHeap(isBefore) {
    const items = [];
    return {
        push(item) {
            items.push(item);
            rise(items, isBefore);
        },
        pop() {
            const [first] = items;
            const last = items.pop();
            if (items.length > 0 && last !== undefined) {
                items[0] = last;
                sink(items, isBefore);
            }
            return first;
        },
    };
}
function rise(items, isBefore) {
    let place = items.length - 1;
    while (place > 0) {
        const parent = (place - 1) >> 1;
        const item = items[place];
        const above = items[parent];
        if (item === undefined || above === undefined || !isBefore(item, above))
            return;
        items[place] = above;
        items[parent] = item;
        place = parent;
    }
}
function sink(items, isBefore) {
    let place = 0;
    for (;;) {
        const left = 2 * place + 1;
        const leftItem = items[left];
        const rightItem = items[left + 1];
        if (leftItem === undefined)
            return;
        const child = rightItem !== undefined && isBefore(rightItem, leftItem) ? left + 1 : left;
        const item = items[place];
        const below = items[child];
        if (item === undefined || below === undefined || !isBefore(below, item))
            return;
        items[place] = below;
        items[child] = item;
        place = child;
    }
}

;// CONCATENATED MODULE: ./src/consensus/match/character-grams.ts
const LENGTH = 4;
/** Makes a function that gives a text's character 4-grams as sorted, distinct hashes. */
function makeCharacterGrams() {
    // Used for one text after the other, because to make room for each takes longer than to fill it.
    let room = new Int32Array(4_096);
    return (text) => {
        if (text.length > room.length)
            room = new Int32Array(text.length);
        return characterGrams(text, room);
    };
}
/** What is not a letter or digit counts as one space. */
function characterGrams(text, grams) {
    let count = 0;
    let hash = 0;
    let length = 0;
    let space = true;
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        const solid = isSolid(code);
        if (!solid && space)
            continue;
        space = !solid;
        // Four characters of eight bits; of wider ones the lower bits remain, which is enough to tell texts apart.
        hash = (hash << 8) ^ (solid ? (code & 0xff) ^ (code >>> 8) : 32);
        if (++length >= LENGTH)
            grams[count++] = hash;
    }
    return distinct(grams.subarray(0, count).sort());
}
function isSolid(code) {
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}
function distinct(sorted) {
    let count = 0;
    for (let index = 0; index < sorted.length; index++) {
        if (index === 0 || sorted[index] !== sorted[index - 1])
            sorted[count++] = sorted[index] ?? 0;
    }
    return sorted.slice(0, count);
}
/** Common members by all members, of two sorted lists without duplicates; 0 for two empty ones. */
function jaccard(a, b) {
    let common = 0;
    let i = 0;
    let j = 0;
    while (i < a.length && j < b.length) {
        const left = a[i] ?? 0;
        const right = b[j] ?? 0;
        if (left === right)
            common++;
        if (left <= right)
            i++;
        if (right <= left)
            j++;
    }
    const all = a.length + b.length - common;
    return all === 0 ? 0 : common / all;
}

;// CONCATENATED MODULE: ./src/consensus/match/similarity.ts

/** Lines between two regions that still count as one place. */
const NEAR_LINES = 3;
/** From here on two regions of a file have nothing to do with each other. */
const FAR_LINES = 20;
/** Of the cosine of the words. */
const LEAST_WORDS = 0.1;
/** What is far away must say much the same. */
const LEAST_WORDS_FAR = 0.3;
/** Makes a comparison of the statements of a run, or of two. */
function makeComparison({ weights, texts, lines }) {
    const grams = new Map();
    const characterGrams = makeCharacterGrams();
    const quotes = new Map();
    // By term id: what the text at hand makes of it. Zeroed after each use.
    const dense = new Float64Array(weights.length);
    const words = ({ text: a }, { text: b }) => {
        if (a === b)
            return 1;
        const sum = dot(a, b, { dense, weights });
        return Math.min(1, sum / (normOf(a, weights) * normOf(b, weights)));
    };
    const gramsOf = (text) => kept(grams, text, () => characterGrams(`${text.title}\n${text.message}`.toLowerCase()));
    const linesOf = ({ quote }) => kept(quotes, quote, () => quoteLines(quote));
    return {
        words,
        signals(a, b, known) {
            const cosine = known ?? words(a, b);
            if (cosine < LEAST_WORDS)
                return undefined;
            if (lines === 'comparable' && cosine < LEAST_WORDS_FAR && isFar(a.statement, b.statement))
                return undefined;
            const place = placeOf(a.statement, b.statement);
            if (place === undefined)
                return undefined;
            return {
                words: cosine,
                grams: a.text === b.text ? 1 : jaccard(gramsOf(a.text), gramsOf(b.text)),
                identifiers: commonIdentifiers(a.text, b.text, weights),
                noIdentifiers: a.text.identifiers.length === 0 || b.text.identifiers.length === 0 ? 1 : 0,
                quote: commonLines(linesOf(a.statement), linesOf(b.statement)),
                sameRule: a.statement.ruleId === b.statement.ruleId ? 1 : 0,
                fewTexts: 2 / (2 + texts),
                place,
            };
        },
    };
}
function kept(store, key, make) {
    const known = store.get(key);
    if (known !== undefined)
        return known;
    const made = make();
    store.set(key, made);
    return made;
}
/** The length of a text's vector of weighted terms. */
function normOf({ terms, shares }, weights) {
    let sum = 0;
    for (let index = 0; index < terms.length; index++) {
        sum += ((shares[index] ?? 0) * (weights[terms[index] ?? 0] ?? 0)) ** 2;
    }
    return Math.sqrt(sum);
}
function dot(a, b, { dense, weights }) {
    for (let index = 0; index < a.terms.length; index++) {
        const term = a.terms[index] ?? 0;
        dense[term] = (a.shares[index] ?? 0) * (weights[term] ?? 0);
    }
    let sum = 0;
    for (let index = 0; index < b.terms.length; index++) {
        const term = b.terms[index] ?? 0;
        sum += (dense[term] ?? 0) * (b.shares[index] ?? 0) * (weights[term] ?? 0);
    }
    for (let index = 0; index < a.terms.length; index++)
        dense[a.terms[index] ?? 0] = 0;
    return sum;
}
function commonIdentifiers(a, b, weights) {
    let common = 0;
    for (const id of a.identifiers)
        if (b.identifiers.includes(id))
            common += weights[id] ?? 0;
    if (common === 0)
        return 0;
    return common / Math.min(weightOf(a.identifiers, weights), weightOf(b.identifiers, weights));
}
function weightOf(ids, weights) {
    let sum = 0;
    for (const id of ids)
        sum += weights[id] ?? 0;
    return sum;
}
function quoteLines(quote) {
    const lines = quote.split('\n').map((line) => line.replace(/\s+/g, ''));
    return new Set(lines.filter((line) => line !== ''));
}
function commonLines(a, b) {
    if (a === b)
        return Math.min(1, a.size);
    const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
    if (fewer.size === 0)
        return 0;
    let common = 0;
    for (const line of fewer)
        if (more.has(line))
            common++;
    return common / fewer.size;
}
function placeOf(a, b) {
    if (a.path !== b.path)
        return isRelated(a, b) || isRelated(b, a) ? { kind: 'related' } : undefined;
    // Line numbers of the two sides cannot be compared.
    if (a.side !== b.side)
        return { kind: 'other-side' };
    return { kind: 'same-file', gap: gapBetween(a.region, b.region) };
}
function isFar(a, b) {
    return a.path === b.path && a.side === b.side && gapBetween(a.region, b.region) > FAR_LINES;
}
function isRelated(a, b) {
    return a.related.some(({ path, region }) => path === b.path && gapBetween(region, b.region) <= NEAR_LINES);
}
/** 0 where they overlap, 1 for the next line. */
function gapBetween(a, b) {
    return Math.max(0, a.startLine - b.endLine, b.startLine - a.endLine);
}

;// CONCATENATED MODULE: ./src/consensus/match/likelihood.ts

/**
 * Log-odds of a pair being one issue. Fitted (logistic regression, then rounded) on the development half of
 * bench/data/matching.json, starting from weights that were found on recorded reviews; `npm run bench:matching` tests them.
 */
const weights = {
    none: -7.1,
    words: 14,
    grams: 6,
    identifiers: 1,
    noIdentifiers: 0.8,
    quote: 0.6,
    sameRule: 0.6,
    fewTexts: -0.9,
    near: 2.2,
    /** Per reciprocal: so many lines beyond `NEAR_LINES` halve the weight of nearness. */
    halfLines: 6,
    /** In one file, but far apart and with nothing quoted in common. */
    far: -2,
    /** In one file, but elsewhere than in the other run. */
    moved: 1.2,
    otherSide: 1.2,
    related: 1,
    /** A reviewer seldom says the same twice in one run. */
    sameReviewer: -1.5,
    /** Of two runs each says most issues again, and a change moves lines. */
    otherRun: 1.2,
};
/** That two statements with such a likelihood are one issue is as likely as not. */
const EVEN = 0.5;
/** What is known to be different. Less than 0, so that it outweighs likenesses of others in a group. */
const APART = -1;
/** 0 to 1: how likely two statements of one run are about one issue; `APART` where they cannot be. */
function likelihoodInRun(signals, a, b) {
    const repeats = a.reviewers.some((reviewer) => b.reviewers.includes(reviewer));
    // Who names two places means two places.
    if (repeats && namesTwoPlaces(signals))
        return APART;
    return sigmoid(textOdds(signals) + placeOdds(signals) + (repeats ? weights.sameReviewer : 0));
}
/** 0 to 1: how likely two statements of different runs are about one issue. A quote that stands in both is one place. */
function likelihoodOverRuns(signals) {
    const { place, quote } = signals;
    const isMoved = place.kind === 'same-file' && place.gap > NEAR_LINES;
    const odds = quote > 0 ? weights.near : isMoved ? weights.moved : placeOdds(signals);
    return sigmoid(textOdds(signals) + odds + weights.otherRun);
}
/** Also next to each other, where nothing that they quote is the same. */
function namesTwoPlaces({ place, quote }) {
    if (place.kind === 'related')
        return true;
    return place.kind === 'same-file' && (place.gap > NEAR_LINES || (place.gap > 0 && quote === 0));
}
function textOdds(signals) {
    return (weights.none +
        weights.words * signals.words +
        weights.grams * signals.grams +
        weights.identifiers * signals.identifiers +
        weights.noIdentifiers * signals.noIdentifiers +
        weights.quote * signals.quote +
        weights.sameRule * signals.sameRule +
        weights.fewTexts * signals.fewTexts);
}
function placeOdds({ place, quote }) {
    switch (place.kind) {
        case 'other-side':
            return weights.otherSide;
        case 'related':
            return weights.related;
        case 'same-file': {
            const beyond = Math.max(0, place.gap - NEAR_LINES);
            const near = weights.near / (1 + beyond / weights.halfLines);
            return place.gap > FAR_LINES && quote === 0 ? near + weights.far : near;
        }
    }
}
function sigmoid(odds) {
    return 1 / (1 + Math.exp(-odds));
}

;// CONCATENATED MODULE: ./src/consensus/match/average-link.ts


/** Less is as good as nothing, and not kept. */
const LEAST_KEPT = 0.02;
/** Members of a large group that are compared where two groups were not. */
const MAX_SPOKESMEN = 4;
/**
 * Average-link clustering: the two groups whose pairs are on average the most alike become one, while that is more than
 * even. `unlinked` gives the likelihood of a pair that `links` does not hold. Groups of one member are left out.
 */
function averageLink(links, unlinked) {
    const clusters = toClusters(links);
    const queue = makeHeap(isSurer);
    for (const link of links)
        if (link.likelihood > EVEN)
            queue.push(link);
    for (let link = queue.pop(); link !== undefined; link = queue.pop()) {
        const a = clusters.get(link.a);
        const b = clusters.get(link.b);
        // A cluster that has grown has other averages; they were pushed anew.
        if (a === undefined || b === undefined || a.near.get(link.b) !== link.likelihood)
            continue;
        for (const grown of join(clusters, link, unlinked))
            queue.push(grown);
    }
    return [...clusters.values()].map(({ members }) => members).filter((members) => members.length > 1);
}
function isSurer(one, other) {
    if (one.likelihood !== other.likelihood)
        return one.likelihood > other.likelihood;
    return one.a !== other.a ? one.a < other.a : one.b < other.b;
}
function toClusters(links) {
    const clusters = new Map();
    const clusterOf = (member) => {
        const known = clusters.get(member);
        if (known !== undefined)
            return known;
        const made = { members: [member], spokesmen: [member], near: new Map() };
        clusters.set(member, made);
        return made;
    };
    // Who is likely to be one with nobody stays alone.
    const likely = new Set(links.flatMap(({ a, b, likelihood }) => (likelihood > EVEN ? [a, b] : [])));
    for (const { a, b, likelihood } of links) {
        if (Math.abs(likelihood) < LEAST_KEPT || !likely.has(a) || !likely.has(b))
            continue;
        clusterOf(a).near.set(b, likelihood);
        clusterOf(b).near.set(a, likelihood);
    }
    return clusters;
}
/** Makes the two clusters of the link one, under the number of the first. The new links that are more than even. */
function join(clusters, { a: first, b: second }, unlinked) {
    const a = clusters.get(first);
    const b = clusters.get(second);
    if (a === undefined || b === undefined)
        return [];
    const size = a.members.length + b.members.length;
    const near = new Map();
    const grown = [];
    for (const other of new Set([...a.near.keys(), ...b.near.keys()])) {
        const neighbour = clusters.get(other);
        if (neighbour === undefined || other === first || other === second)
            continue;
        const toA = a.near.get(other) ?? averageOf(a, neighbour, unlinked);
        const toB = b.near.get(other) ?? averageOf(b, neighbour, unlinked);
        const likelihood = (toA * a.members.length + toB * b.members.length) / size;
        neighbour.near.delete(first);
        neighbour.near.delete(second);
        if (Math.abs(likelihood) < LEAST_KEPT)
            continue;
        near.set(other, likelihood);
        neighbour.near.set(first, likelihood);
        if (likelihood > EVEN)
            grown.push({ a: Math.min(first, other), b: Math.max(first, other), likelihood });
    }
    const half = MAX_SPOKESMEN / 2;
    const spokesmen = [...a.spokesmen.slice(0, half), ...b.spokesmen.slice(0, half)];
    clusters.set(first, { members: [...a.members, ...b.members], spokesmen, near });
    clusters.delete(second);
    return grown;
}
function averageOf(a, b, unlinked) {
    let sum = 0;
    for (const one of a.spokesmen)
        for (const other of b.spokesmen)
            sum += unlinked(one, other);
    return sum / (a.spokesmen.length * b.spokesmen.length);
}

;// CONCATENATED MODULE: ./src/consensus/match/candidates.ts

/** So many of the nearest earlier texts are looked at for each term: all of them, in any but a crowded place. */
const MAX_LOOKED_AT = 120;
/** So many of those with the most in common are compared closely, where many crowd one place. */
const MAX_CANDIDATES = 12;
/** Makes empty postings. A term's list is walked from its latest entry: add statements in the order of their lines. */
function makePostings({ units, weights, comparison }) {
    const latest = new Int32Array(weights.length).fill(-1);
    const norms = units.map(({ text }) => normOf(text, weights));
    // One entry per text and term, in lists that are filled anew after each clearing.
    const owners = [];
    const strengths = [];
    const earlier = [];
    const used = [];
    let entries = 0;
    const sums = new Float64Array(units.length);
    // Whose sums are not 0.
    const touched = new Int32Array(units.length);
    let touches = 0;
    /** Adds up what the earlier texts share with this one. Says whether all of them were looked at. */
    const sumUp = ({ text: { terms, shares } }) => {
        touches = 0;
        let seen = 'all';
        for (let place = 0; place < terms.length; place++) {
            const term = terms[place] ?? 0;
            const strength = (shares[place] ?? 0) * (weights[term] ?? 0);
            let entry = latest[term] ?? -1;
            for (let steps = 0; entry >= 0; steps++) {
                if (steps === MAX_LOOKED_AT) {
                    seen = 'some';
                    break;
                }
                const owner = owners[entry] ?? 0;
                const sum = sums[owner] ?? 0;
                if (sum === 0)
                    touched[touches++] = owner;
                sums[owner] = sum + strength * (strengths[entry] ?? 0);
                entry = earlier[entry] ?? -1;
            }
        }
        return seen;
    };
    return {
        add(index) {
            const unit = units[index];
            if (unit === undefined)
                return;
            const { terms, shares } = unit.text;
            for (let place = 0; place < terms.length; place++) {
                const term = terms[place] ?? 0;
                owners[entries] = index;
                strengths[entries] = (shares[place] ?? 0) * (weights[term] ?? 0);
                earlier[entries] = latest[term] ?? -1;
                used[entries] = term;
                latest[term] = entries;
                entries += 1;
            }
        },
        like(index, show) {
            const unit = units[index];
            if (unit === undefined)
                return;
            const seen = sumUp(unit);
            const norm = norms[index] ?? 1;
            const crowd = [];
            for (let place = 0; place < touches; place++) {
                const other = touched[place] ?? 0;
                const words = (sums[other] ?? 0) / (norm * (norms[other] ?? 1));
                sums[other] = 0;
                if (words < LEAST_WORDS)
                    continue;
                if (seen === 'all')
                    show(other, words);
                else
                    crowd.push({ index: other, words });
            }
            for (const { index: other } of mostAlike(crowd))
                show(other, wordsOf(comparison, units[other], unit));
        },
        clear() {
            for (let entry = 0; entry < entries; entry++)
                latest[used[entry] ?? 0] = -1;
            entries = 0;
        },
    };
}
/** What was summed up is not all that a crowded place holds in common. */
function wordsOf(comparison, a, b) {
    return a === undefined ? 0 : comparison.words(a, b);
}
function mostAlike(found) {
    if (found.length <= MAX_CANDIDATES)
        return found;
    return found.sort((a, b) => b.words - a.words || a.index - b.index).slice(0, MAX_CANDIDATES);
}

;// CONCATENATED MODULE: ./src/consensus/match/stem.ts
const endings = [
    'izations',
    'ization',
    'isation',
    'ability',
    'ibility',
    'ations',
    'ation',
    'ating',
    'ators',
    'ator',
    'ated',
    'ates',
    'ate',
    'izing',
    'ising',
    'ized',
    'ised',
    'izes',
    'ises',
    'ize',
    'ise',
    'ively',
    'ments',
    'ment',
    'ness',
    'ions',
    'ings',
    'able',
    'ible',
    'ies',
    'ied',
    'ing',
    'ion',
    'ers',
    'ed',
    'es',
    'er',
    'ly',
    's',
    'e',
];
const SHORTEST_STEM = 4;
/** The word without its English ending, roughly; equal for the forms of one word more often than not. */
function stemOf(word) {
    if (word.length <= 3 || !/^[a-z]+$/.test(word))
        return word;
    const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestFor(one));
    const stem = ending === undefined ? word : `${word.slice(0, -ending.length)}${ending.startsWith('ie') ? 'y' : ''}`;
    return /([b-df-hj-np-tv-z])\1$/.test(stem) && stem.length > 4 ? stem.slice(0, -1) : stem;
}
function shortestFor(ending) {
    return ending.length <= 2 ? SHORTEST_STEM - 1 : ending.length === 3 ? SHORTEST_STEM - 1 : SHORTEST_STEM;
}

;// CONCATENATED MODULE: ./src/consensus/match/vocabulary.ts

/** Words that say nothing about which defect is meant, in the spelling of the text. */
const idleWords = new Set(`a about after again all already also although always an and another any anybody anyone anything are as at away be because
  become becomes been before being below both but by came can cannot come comes could did do does doing done down each either
  else etc even ever every everybody everyone everything few first for from further gets give gives go goes gone got had has
  have he hence her here him his how however i if in instead into is isn it its itself just keep keeps last least let lets
  like made make makes many may me might more most much must my namely need needs neither never no nobody nor not nothing now
  of off on once one only onto or other others otherwise our out over own per please put puts quite rather really same say
  says see seems several shall she should simply since so some somebody someone something soon still such take taken takes
  than that the their them then there therefore these they thing this those though three through thus to together too two
  under until up upon us use used uses using very via want wants was way we well were what whatever when where whereas which
  while who whole whose why will with within would yet you your aren doesn don didn won hasn haven wasn shouldn couldn
  e g ie eg code function method line lines here missing lack lacks absent add
  should code`.split(/\s+/));
/** What reviewers call by different names: each row is one idea, named after its first word. */
const ideas = [
    'null nil none undefined nullpointer nullpointerexception npe',
    'crash panic panics throw throws thrown raise raises terminate exception exceptions',
    'fail failure failed error errno unsuccessful unhandled uncaught',
    'race races atomic concurrent concurrency concurrently simultaneous simultaneously parallel toctou',
    'deadlock starve starvation livelock',
    'leak leakage unclosed unreleased',
    'close closed dispose clean cleanup free',
    'delete deletion remove removal erase wipe destroy discard drop purge unlink',
    'duplicate double doubled twice repeat repeated second',
    'limit cap bound bounded unbounded unlimited maximum max unlimit',
    'grow grows growth fill pile exhaust exhaustion accumulate',
    'validate validation valid check verify verification unvalidated unchecked unverified whitelist allowlist',
    'escape unescaped sanitize sanitise unsanitized unsanitised neutralise neutralize unfiltered strip filter',
    'secret credential password passphrase',
    'inject injection interpolate interpolation expand expansion',
    'guess guessable predict predictable',
    'random randomness prng rng',
    'ignore swallow silent silently unnoticed hide hides hidden suppress unobserved',
    'authorization authorisation authorize permission ownership owner acl idor',
    'authentication authenticate authenticated login unauthenticated',
    'overflow overflows wrap wraps wraparound',
    'attacker attack malicious untrusted hostile',
    'hang hangs stuck indefinitely indefinite forever block blocks blocking timeout',
    'stale old older outdated obsolete earlier',
    'fetch load retrieve query queries',
    'memory heap ram oom outofmemoryerror',
    'directory folder dir',
    'await unawaited floating',
    'wait waits sleep backoff delay pause',
    'retry retries retrying attempt resubmit',
    'order sort ordering sequence',
    'mutate mutable mutation modify modification',
    'reverse invert inverted reversed swap swapped',
    'transaction transactional atomically commit rollback',
    'print log logged expose exposure disclose disclosure visible',
    'argument arg parameter param',
    'truncate truncated partial incomplete',
    'encode encoding charset codec',
    'precision round rounding decimal decimals',
    'malformed corrupt garbled garbage',
    'reuse pool',
    'scan lookup search find',
    'expire expired expiry expiration ttl',
    'evict eviction',
    'spin spins poll polling busy idle',
    'slow performance latency',
    'cancel cancelled cancellation abort aborted',
    'overwrite replace clobber',
    'bypass circumvent evade spoof forge forged',
    'submit submission send sent resend post',
    'reject refuse deny disallow decline declined',
    'permit allow accept permissive',
    'save store persist write written writes',
    'compare comparison equality equal equals',
    'allocate allocation malloc',
    'negative minus below zero',
    'reduce decrement subtract deduct',
    'increase increment',
    'privilege scope grant granted access',
    'dangerous unsafe insecure',
    'rate throttle flood hammer',
    'amount money currency price',
    'shared sharing global',
    'final last',
    'initial first',
    'convert conversion cast',
    'deploy deployment release',
    'docs documentation documented comment',
    'rename renamed',
    'nested recursive recursion',
    'host hostname domain',
    'url uri link',
    'picture image photo avatar',
    'email mail message',
];
/** Stem → the idea that it stands for. */
const ideaOf = new Map(ideas.flatMap((row) => {
    const words = row.split(' ');
    return words.map((word) => [stemOf(word), `~${words[0]}`]);
}));

;// CONCATENATED MODULE: ./src/consensus/match/words.ts


/** An idea is vaguer than the word itself. */
const IDEA_SHARE = 1;
const WORD_OF_IDEA_SHARE = 0.4;
/** A number alone says little: mostly it counts something. */
const NUMBER_SHARE = 0.3;
/** A whole identifier says more than its parts, which stand beside it. */
const PART_SHARE = 0.9;
const asciiToken = /`?[A-Za-z0-9_$]+\(?/g;
const anyToken = /`?[\p{L}\p{N}\p{M}_$]+\(?/gu;
const notAscii = /[^\x00-\x7f]/;
/** Scripts that put no space between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Cuts a text into tokens; a backtick before and a parenthesis after belong to them, because they mark code. */
function tokensOf(text) {
    return text.match(notAscii.test(text) ? anyToken : asciiToken) ?? [];
}
/** Reads one token of `tokensOf`. */
function readToken(token) {
    const bare = token.replace(/^`|\($/g, '');
    if (notAscii.test(bare))
        return readForeign(bare);
    if (/^[0-9]+$/.test(bare))
        return { terms: [{ text: bare, share: NUMBER_SHARE }], identifier: undefined };
    const marked = bare.length !== token.length && /[A-Za-z]/.test(bare);
    if (!marked && !looksLikeIdentifier(bare))
        return { terms: wordTerms(bare.toLowerCase(), 1), identifier: undefined };
    const identifier = `#${bare.toLowerCase()}`;
    const parts = partsOf(bare);
    if (parts.length === 1)
        return { terms: wordTerms(parts[0] ?? '', 1), identifier };
    return {
        terms: [{ text: identifier, share: 1 }, ...parts.flatMap((part) => wordTerms(part, PART_SHARE))],
        identifier,
    };
}
/** `retryCount`, `retry_count`, `sha256`, `MAX_SIZE`; not `Retry`, `SQL`, `42`. */
function looksLikeIdentifier(token) {
    return /[a-z0-9][A-Z]|[A-Za-z0-9][_$]|[_$][A-Za-z]|[A-Za-z][0-9]|[0-9][A-Za-z]/.test(token);
}
function partsOf(identifier) {
    return identifier
        .split(/[_$]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
        .filter((part) => part !== '')
        .map((part) => part.toLowerCase());
}
function wordTerms(word, share) {
    if (word.length < 2 || idleWords.has(word))
        return [];
    const stem = stemOf(word);
    const idea = ideaOf.get(stem);
    if (idea === undefined)
        return [{ text: stem, share }];
    return [
        { text: idea, share: share * IDEA_SHARE },
        { text: stem, share: share * WORD_OF_IDEA_SHARE },
    ];
}
/** Words of scripts without spaces are not known, so pairs of characters stand for them. */
function readForeign(bare) {
    const word = bare.normalize('NFKC').toLowerCase();
    if (!spaceless.test(word))
        return { terms: [{ text: word, share: 1 }], identifier: undefined };
    const characters = Array.from(word);
    if (characters.length < 3)
        return { terms: [{ text: word, share: 1 }], identifier: undefined };
    const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
    return { terms: pairs.map((text) => ({ text, share: 1 })), identifier: undefined };
}

;// CONCATENATED MODULE: ./src/consensus/match/text-features.ts

/** Only the beginning of a long text is compared: it says what the defect is. */
const MAX_COMPARED = 2_000;
const MAX_IDENTIFIERS = 40;
/** Of one message; they are searched one by one. */
const MAX_TITLES = 20;
/** What the title says weighs more than what the message does. */
const TITLE_SHARE = 1.3;
/**
 * As if there were so many more texts without the term: two texts alone would otherwise call their common words worthless.
 */
const OTHER_TEXTS = 20;
/** Words that all texts hold still are worth something: all may be about one defect. */
const LEAST_WEIGHT = 0.6;
/** Makes an empty index. */
function makeTextIndex() {
    const lexicon = makeLexicon();
    // By message, because to join it to its title for a key costs as much as to read both.
    const known = new Map();
    let texts = 0;
    return {
        read(title, message) {
            const shown = message.length > MAX_COMPARED ? message.slice(0, MAX_COMPARED) : message;
            const alike = known.get(shown);
            const seen = alike?.find((features) => features.title === title);
            if (seen !== undefined)
                return seen;
            const features = readText(title, shown, lexicon);
            texts++;
            if (alike === undefined)
                known.set(shown, [features]);
            else if (alike.length < MAX_TITLES)
                alike.push(features);
            return features;
        },
        weigh() {
            const all = texts + OTHER_TEXTS;
            const weightOf = (holding) => Math.max(LEAST_WEIGHT, Math.log(all / (holding + 1)));
            return { weights: new Float64Array(lexicon.texts.map(weightOf)), texts };
        },
    };
}
function makeLexicon() {
    const ids = new Map();
    const tokens = new Map();
    const texts = [];
    const places = [];
    const idOf = (term) => {
        const id = ids.get(term);
        if (id !== undefined)
            return id;
        ids.set(term, texts.length);
        places.push(-1);
        return texts.push(0) - 1;
    };
    const look = (token) => {
        const seen = tokens.get(token);
        if (seen !== undefined)
            return seen;
        const { terms, identifier } = readToken(token);
        const read = {
            terms: terms.map(({ text }) => idOf(text)),
            shares: terms.map(({ share }) => share),
            identifier: identifier === undefined ? -1 : idOf(identifier),
        };
        tokens.set(token, read);
        return read;
    };
    return { texts, places, gathered: { terms: [], shares: [], identifiers: [], count: 0 }, room: makeRoom(), idOf, look };
}
const ROOM_FOR_TERMS = 65_536;
function makeRoom() {
    let terms = new Int32Array(0);
    let shares = new Float64Array(0);
    let end = 0;
    return {
        keep(gathered) {
            if (end + gathered.count > terms.length) {
                const length = Math.max(ROOM_FOR_TERMS, gathered.count);
                terms = new Int32Array(length);
                shares = new Float64Array(length);
                end = 0;
            }
            const start = end;
            for (let index = 0; index < gathered.count; index++) {
                terms[end] = gathered.terms[index] ?? 0;
                shares[end] = gathered.shares[index] ?? 0;
                end += 1;
            }
            return { terms: terms.subarray(start, end), shares: shares.subarray(start, end) };
        },
    };
}
function readText(title, message, lexicon) {
    const { gathered } = lexicon;
    gathered.count = 0;
    gathered.identifiers = [];
    gather(tokensOf(title), TITLE_SHARE, lexicon);
    gather(tokensOf(message), 1, lexicon);
    // A text of signs alone has no words: it equals itself and nothing else.
    if (gathered.count === 0)
        addTerm(lexicon.idOf(`=${title}\n${message}`), 1, lexicon);
    const { identifiers } = gathered;
    const { terms, shares } = lexicon.room.keep(gathered);
    for (const id of identifiers)
        if (lexicon.places[id] === -1)
            countText(lexicon, id);
    for (const term of terms) {
        lexicon.places[term] = -1;
        countText(lexicon, term);
    }
    return { terms, shares, identifiers, title, message };
}
function gather(tokens, factor, lexicon) {
    const { identifiers } = lexicon.gathered;
    for (const token of tokens) {
        const { terms, shares, identifier } = lexicon.look(token);
        for (let index = 0; index < terms.length; index++) {
            addTerm(terms[index] ?? 0, (shares[index] ?? 0) * factor, lexicon);
        }
        if (identifier < 0 || identifiers.length >= MAX_IDENTIFIERS || identifiers.includes(identifier))
            continue;
        identifiers.push(identifier);
    }
}
/** A term counts once, with the largest of its shares: reviewers repeat themselves. */
function addTerm(term, share, { gathered, places }) {
    const place = places[term] ?? -1;
    if (place < 0) {
        places[term] = gathered.count;
        gathered.terms[gathered.count] = term;
        gathered.shares[gathered.count] = share;
        gathered.count += 1;
    }
    else if (share > (gathered.shares[place] ?? 0))
        gathered.shares[place] = share;
}
function countText({ texts }, term) {
    texts[term] = (texts[term] ?? 0) + 1;
}

// EXTERNAL MODULE: ./src/types/group-by.ts
var group_by = __webpack_require__(9422);
// EXTERNAL MODULE: ./src/types/text-order.ts
var text_order = __webpack_require__(9675);
;// CONCATENATED MODULE: ./src/consensus/match/statement.ts

/** Orders statements of one file by place, then by everything that is compared, by code units: the same on every machine and for every input order. */
function byPlace(a, b) {
    return (a.region.startLine - b.region.startLine ||
        a.region.endLine - b.region.endLine ||
        (0,text_order/* compareText */.n)(a.side, b.side) ||
        (0,text_order/* compareText */.n)(a.title, b.title) ||
        (0,text_order/* compareText */.n)(a.message, b.message) ||
        (0,text_order/* compareText */.n)(a.ruleId, b.ruleId) ||
        (0,text_order/* compareText */.n)(a.quote, b.quote) ||
        (0,text_order/* compareText */.n)(a.reviewer, b.reviewer));
}

;// CONCATENATED MODULE: ./src/consensus/match/units.ts


/** All statements as units, in the order of their places, whatever the order in which they came. */
function toUnits(statements, read) {
    const units = [];
    // By text: the latest unit. Those of one place come one after the other.
    const latest = new Map();
    for (const file of byFile(statements)) {
        for (const index of file) {
            const statement = statements[index];
            if (statement === undefined)
                continue;
            const text = read(statement);
            const unit = latest.get(text);
            if (unit === undefined || !isSamePlace(unit.statement, statement)) {
                latest.set(text, units_open(index, statement, text, units));
                continue;
            }
            unit.members.push(index);
            if (!unit.reviewers.includes(statement.reviewer))
                unit.reviewers.push(statement.reviewer);
        }
    }
    return units;
}
function units_open(index, statement, text, units) {
    const unit = { statement, reviewers: [statement.reviewer], text, members: [index] };
    units.push(unit);
    return unit;
}
function isSamePlace(a, b) {
    const sameLines = a.region.startLine === b.region.startLine && a.region.endLine === b.region.endLine;
    return sameLines && a.side === b.side && a.path === b.path;
}
/** The statements' indices by file, in the order of the paths and, in a file, of the places. */
function byFile(statements) {
    const files = (0,group_by/* groupBy */.$)(statements.keys(), (index) => statements[index]?.path ?? '');
    const inOrder = (a, b) => {
        const [one, other] = [statements[a], statements[b]];
        return one === undefined || other === undefined ? 0 : byPlace(one, other);
    };
    return [...files.keys()].sort().map((path) => (files.get(path) ?? []).sort(inOrder));
}

;// CONCATENATED MODULE: ./src/consensus/match/prepare.ts



/** Reads all statements, so that the words of each can be weighed by those of all. */
function prepare(statements, lines) {
    const index = makeTextIndex();
    const units = toUnits(statements, ({ title, message }) => index.read(title, message));
    const { weights, texts } = index.weigh();
    return { units, weights, comparison: makeComparison({ weights, texts, lines }) };
}
/** Indices of the units of each file, in the order of their lines, and of those of other files that name a place in it. */
function blocksOf(units) {
    const blocks = new Map();
    const visits = [];
    let block = [];
    let home;
    for (const [index, { statement }] of units.entries()) {
        // Units of one file come one after the other.
        if (statement.path !== home) {
            home = statement.path;
            block = [];
            blocks.set(home, block);
        }
        block.push(index);
        if (statement.related.length > 0)
            visits.push(...visitsOf(index, home, statement.related));
    }
    for (const { index, path } of visits)
        blocks.get(path)?.push(index);
    return [...blocks.values()];
}
function visitsOf(index, home, related) {
    const paths = new Set(related.map(({ path }) => path));
    paths.delete(home);
    return [...paths].map((path) => ({ index, path }));
}

;// CONCATENATED MODULE: ./src/consensus/match/group.ts




/** In a crowded place, who says so much the same as somebody before is an echo, which is compared no further. */
const CROWD = 300;
const SURELY_AN_ECHO = 0.98;
/** Groups of indices that describe the same issue; every index in exactly one group, groups and members in input order. */
function groupSame(statements) {
    const prepared = prepare(statements, 'comparable');
    const likelihood = likelihoodIn(prepared);
    const { links, voiceOf } = linksWithin(prepared, likelihood);
    const groupOf = new Map();
    for (const [group, units] of averageLink(links, likelihood).entries())
        for (const unit of units)
            groupOf.set(unit, group);
    // Groups are numbered after the units, so that a unit that is alone keeps its own number.
    const members = new Map();
    for (let index = 0; index < prepared.units.length; index++) {
        const voice = voiceOf.get(index) ?? index;
        const group = groupOf.get(voice);
        addMembers(members, group === undefined ? voice : prepared.units.length + group, prepared.units[index]?.members ?? []);
    }
    return [...members.values()].map((group) => group.sort((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b);
}
function addMembers(members, group, added) {
    const known = members.get(group);
    if (known === undefined)
        members.set(group, [...added]);
    else
        for (const index of added)
            known.push(index);
}
function likelihoodIn({ units, comparison }) {
    return (a, b, words) => {
        // Always in this order, so that rounding cannot depend on who asks.
        const one = units[Math.min(a, b)];
        const other = units[Math.max(a, b)];
        if (one === undefined || other === undefined)
            return 0;
        const signals = comparison.signals(one, other, words);
        return signals === undefined ? 0 : likelihoodInRun(signals, one, other);
    };
}
function linksWithin(prepared, likelihood) {
    const postings = makePostings(prepared);
    const links = [];
    const voiceOf = new Map();
    for (const block of blocksOf(prepared.units)) {
        for (const index of block) {
            const found = linksOf(index, postings, likelihood);
            const voice = block.length > CROWD ? voiceAmong(found, prepared.units[index]) : undefined;
            if (voice !== undefined)
                voiceOf.set(index, voice);
            else {
                for (const link of found)
                    links.push(link);
                postings.add(index);
            }
        }
        postings.clear();
    }
    return { links, voiceOf };
}
function linksOf(index, postings, likelihood) {
    const links = [];
    postings.like(index, (other, words) => {
        const found = likelihood(index, other, words);
        if (found !== 0)
            links.push({ a: Math.min(index, other), b: Math.max(index, other), likelihood: found });
    });
    return links;
}
/** Whom a unit repeats. One that names other places is heard on its own. */
function voiceAmong(links, unit) {
    if (unit === undefined || unit.statement.related.length > 0)
        return undefined;
    const [first, ...others] = links;
    if (first === undefined)
        return undefined;
    const surest = others.reduce((best, link) => (link.likelihood > best.likelihood ? link : best), first);
    return surest.likelihood > SURELY_AN_ECHO ? surest.a : undefined;
}

;// CONCATENATED MODULE: ./src/consensus/match/pair.ts




/** Pairs statements of now with those of before that describe the same issue, each at most once, the surest first. */
function pairSame(now, before) {
    const prepared = prepare([...now, ...before], 'moved');
    const sides = prepared.units.map(({ members }) => ({
        now: members.filter((index) => index < now.length),
        before: members.filter((index) => index >= now.length).map((index) => index - now.length),
    }));
    // What was said word for word at the same lines needs no comparison.
    const pairs = sides.flatMap((side) => takePairs(side, side, 1));
    for (const { a, b, likelihood } of linksBetween(prepared, sides).sort(bySureness(prepared.units))) {
        const [one, other] = [sides[a], sides[b]];
        if (one === undefined || other === undefined)
            continue;
        pairs.push(...takePairs(one, other, likelihood), ...takePairs(other, one, likelihood));
    }
    return pairs;
}
/** Pairs as many as both have, in their order. */
function takePairs(one, other, score) {
    const count = Math.min(one.now.length, other.before.length);
    const taken = other.before.splice(0, count);
    return one.now.splice(0, count).flatMap((index, place) => {
        const partner = taken[place];
        return partner === undefined ? [] : [{ now: index, before: partner, score }];
    });
}
/** Links from units with statements of one run to those of the other. */
function linksBetween({ units, weights, comparison }, sides) {
    const [ofNow, ofBefore] = [makePostings({ units, weights, comparison }), makePostings({ units, weights, comparison })];
    const links = [];
    const link = (index, postings) => {
        postings.like(index, (other, words) => {
            const [a, b] = [Math.min(index, other), Math.max(index, other)];
            const [one, another] = [units[a], units[b]];
            const signals = one === undefined || another === undefined ? undefined : comparison.signals(one, another, words);
            const likelihood = signals === undefined ? 0 : likelihoodOverRuns(signals);
            if (likelihood > EVEN)
                links.push({ a, b, likelihood });
        });
    };
    for (const block of blocksOf(units)) {
        for (const index of block) {
            const { now, before } = sides[index] ?? { now: [], before: [] };
            if (now.length > 0)
                link(index, ofBefore);
            if (before.length > 0)
                link(index, ofNow);
            if (now.length > 0)
                ofNow.add(index);
            if (before.length > 0)
                ofBefore.add(index);
        }
        ofNow.clear();
        ofBefore.clear();
    }
    return links;
}
/** The likelier first; among equals those that are nearer to each other. */
function bySureness(units) {
    const gap = ({ a, b }) => {
        const [one, other] = [units[a], units[b]];
        return one === undefined || other === undefined ? 0 : gapBetween(one.statement.region, other.statement.region);
    };
    return (one, other) => other.likelihood - one.likelihood || gap(one) - gap(other) || one.a - other.a || one.b - other.b;
}

;// CONCATENATED MODULE: ./src/consensus/match.ts




/***/ })

};
