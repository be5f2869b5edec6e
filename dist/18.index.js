export const id = 18;
export const ids = [18];
export const modules = {

/***/ 4031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ stripControls),
/* harmony export */   Af: () => (/* binding */ quoteBlock),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   js: () => (/* binding */ htmlText),
/* harmony export */   ln: () => (/* binding */ inlineText),
/* harmony export */   lz: () => (/* binding */ proseText),
/* harmony export */   pF: () => (/* binding */ singleLine),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
// Foreign text (models, pull requests, CLIs) becomes inert here. Every pattern is a single character class or bounded,
// so the work is linear in the text.
/** A whole terminal control sequence; its parameters cannot contain the ESC that starts the next one. */
const CONTROL_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]/g;
const LINE_TERMINATOR = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
/** C0 without tab and newline, DEL, C1. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** What a reader cannot see: soft hyphen, fillers, zero width, bidi controls, variation selectors, tags. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Each of the above needs one of these. Most texts hold none, and one look costs less than all of the steps. */
const UNPRINTABLE = /[^\t\n\x20-\x7e]/;
const UNPRINTABLE_OR_BREAK = /[^\x20-\x7e]/;
/** Inside a code span that is kept: nothing that could start a link, a mention, a reference, HTML or a table cell. */
const CODE_SPAN = /(?<!`)`((?:[A-Za-z0-9_.,;=+*/%?(){}'"&> -]|<(?=[ =])){1,100})`(?!`)/g;
/** Named entities, because a number sign followed by digits is itself an issue reference. */
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '[': '&lsqb;',
    ']': '&rsqb;',
    '`': '&grave;',
    '*': '&ast;',
    '|': '&vert;',
    '\\': '&bsol;',
    $: '&dollar;',
};
/** GitHub looks for mentions and references after entities are decoded, so only a real character in between helps. */
const BREAK = '&ZeroWidthSpace;';
/** Plain text: no control, bidi, zero-width or tag characters, every line terminator a newline, at most `max` characters. */
function plainText(text, max) {
    // Where all that can be kept is printable, nothing behind it can change it.
    const head = text.slice(0, max + 1);
    if (!UNPRINTABLE.test(head))
        return text.length <= max ? text : `${head.slice(0, max)} … (cut)`;
    const clean = stripControls(text.slice(0, max * 2 + 1000).replace(LINE_TERMINATOR, '\n'));
    if (clean.length <= max && text.length <= max * 2 + 1000)
        return clean;
    return `${withoutHalfPair(clean.slice(0, max))} … (cut)`;
}
/** Removes control sequences, control, invisible and broken characters; keeps tab and newline. */
function stripControls(text) {
    if (!UNPRINTABLE.test(text))
        return text;
    // Halves go first: two of them would become one invisible character when what stands between is removed.
    return text
        .replace(LONE_SURROGATE, '\ufffd')
        .replace(CONTROL_SEQUENCE, '')
        .replace(CONTROL, '')
        .replace(INVISIBLE, '');
}
/** Plain text on one line, for terminals, outputs and SARIF. */
function singleLine(text, max) {
    if (text.length <= max && !UNPRINTABLE_OR_BREAK.test(text) && !text.includes('  '))
        return text.trim();
    return plainText(text, max).replace(/\s+/g, ' ').trim();
}
/** One line of inert Markdown: no HTML, link, image, mention, reference, math or block start; short code spans stay code. */
function inlineText(text, max) {
    const line = singleLine(text, max);
    const parts = [];
    let from = 0;
    for (const match of line.matchAll(CODE_SPAN)) {
        const [whole, code = ''] = match;
        if (code.trim() === '' || /www\./i.test(code))
            continue;
        parts.push(inertMarkdown(line.slice(from, match.index)), whole);
        from = match.index + whole.length;
    }
    parts.push(inertMarkdown(line.slice(from)));
    return inertLineStart(parts.join(''));
}
/** Text inside an HTML element such as `<summary>`, where Markdown is not read. */
function htmlText(text, max) {
    return inertCharacters(singleLine(text, max));
}
/** Several lines of inert Markdown: a paragraph for each line, lists kept. Foreign prose goes through here. */
function proseText(text, max) {
    const lines = plainText(text, max)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    return lines.map((line, index) => `${separator(lines, index)}${proseLine(line)}`).join('');
}
/** Inline code: backticks where the text is plain, otherwise escaped text in `<code>`, which also holds in a table. */
function codeSpan(text, max = 300) {
    const line = singleLine(text, max);
    if (line === '')
        return '(empty)';
    if (/^(?:[A-Za-z0-9_./ -]|:(?=\d))+$/.test(line) && !/www\./i.test(line))
        return `\`${line}\``;
    return `<code>${inertMarkdown(line)}</code>`;
}
/** A fenced block without a language, its fence longer than any run of backticks inside. */
function codeBlock(text, max = 4_000) {
    const body = plainText(text, max);
    let longest = 0;
    for (const [run] of body.matchAll(/`+/g))
        longest = Math.max(longest, run.length);
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return `${fence}\n${body}\n${fence}`;
}
/**
 * Code that a result quotes. Text that brings fences or structure of its own is shown as escaped lines, so that not even
 * a reader of the raw Markdown can take it for ours.
 */
function quoteBlock(quote, max = 4_000) {
    // Looked at as it will be printed: what is stripped may have stood inside a fence or a tag.
    const body = plainText(quote, max);
    if (!/`{3}|~{3}|<!--|<\/?(?:details|summary|table|thead|tbody|tr|td|th|img|a|iframe|script)\b/i.test(body)) {
        return codeBlock(quote, max);
    }
    const lines = body.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => `<code>${inertMarkdown(line.trim())}</code>`).join('\n\n');
}
function separator(lines, index) {
    if (index === 0)
        return '';
    return isListItem(lines[index]) && isListItem(lines[index - 1]) ? '\n' : '\n\n';
}
function isListItem(line) {
    return line !== undefined && /^[-*] /.test(line);
}
function proseLine(line) {
    return isListItem(line) ? `- ${inlineText(line.slice(2), line.length)}` : inlineText(line, line.length);
}
function inertMarkdown(text) {
    // Emphasis and strikethrough only need care where Markdown is read.
    return inertCharacters(text)
        .replace(/~/g, '\\~')
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '&lowbar;');
}
function inertCharacters(text) {
    return (text
        .replace(/[&<>[\]`*|\\$]/g, (character) => ENTITIES[character] ?? character)
        .replace(/@/g, `&commat;${BREAK}`)
        .replace(/#/g, `&num;${BREAK}`)
        .replace(/(?<![A-Za-z0-9])(GH)-(?=\d)/gi, `$1-${BREAK}`)
        .replace(/:(?=[^\s\d])/g, `&colon;${BREAK}`)
        // After an underscore, too, which GitHub takes for the end of emphasis.
        .replace(/(www)\./gi, `$1&period;${BREAK}`));
}
/** A marker at the start of a line would open a list, a rule or a heading. */
function inertLineStart(text) {
    return text.replace(/^([-+=])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
function withoutHalfPair(text) {
    return text.replace(/[\ud800-\udbff]$/, '');
}


/***/ }),

/***/ 9018:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ inertJsonInJob),
/* harmony export */   inertLogText: () => (/* binding */ inertLogText),
/* harmony export */   ix: () => (/* binding */ breakCommands),
/* harmony export */   vC: () => (/* binding */ inertInJob)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4031);

/** Every character sequence that some reader of the log takes for the end of a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** A mark that no workflow command starts with: the runner reads `::command::` only at the start of a line. */
const PREFIX = '│ ';
/** Foreign text as log lines that the runner cannot read as workflow commands, of either grammar. */
function inertLogText(text) {
    const lines = text.split(LINE_END);
    if (lines.length > 1 && lines.at(-1) === '')
        lines.pop();
    return lines.map((line) => `${PREFIX}${breakCommands((0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .stripControls */ .$Y)(shorten(line)))}`);
}
/** Nobody reads a longer line, and a log viewer chokes on it. What is left out is said. */
const MAX_LINE_CHARACTERS = 64 * 1024;
function shorten(line) {
    if (line.length <= MAX_LINE_CHARACTERS)
        return line;
    return `${line.slice(0, MAX_LINE_CHARACTERS)} … (${line.length - MAX_LINE_CHARACTERS} characters more)`;
}
/** Breaks the runner's old command grammar, `##[command]`, which it reads anywhere in a line. */
function breakCommands(text) {
    return text.replaceAll('##[', '# #[');
}
/** What a runner trims from the start of a line before it looks for `::command::`. */
const COMMAND_START = /^[\s\u0085\ufeff]*::/;
/** A finished text whose layout must stay, for a job's log: only lines that the runner would take for a command get a mark. */
function inertInJob(text) {
    const lines = text.split('\n').map((line) => line.split(LINE_END).map(markCommand).join('\n'));
    return breakCommands(lines.join('\n'));
}
/** The same for JSON, which must stay the same value: no line of it starts with `::`. */
function inertJsonInJob(json) {
    return json.replaceAll('##[', '#\\u0023[');
}
function markCommand(line) {
    return COMMAND_START.test(line) ? `${PREFIX}${line}` : line;
}


/***/ })

};
