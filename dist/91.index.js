export const id = 91;
export const ids = [91];
export const modules = {

/***/ 7091:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openCell: () => (/* binding */ openCell)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/host/isolation.ts + 8 modules
var isolation = __webpack_require__(9589);
// EXTERNAL MODULE: ./src/host/abort.ts
var abort = __webpack_require__(7084);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/host/key-proxy/credential.ts

/** Hosts where a key of OpenAI's formats goes into a header of its own. */
const AZURE_HOST = /\.(?:openai|cognitiveservices|services\.ai)\.azure\.com$/;
const ANTHROPIC_HOST = /(?:^|\.)anthropic\.com$/;
/** A key that opens nothing but this run's proxy. It starts like the provider's own, because CLIs look at that. */
function makePlaceholder(wire) {
    const random = (0,external_node_crypto_.randomBytes)(24).toString('hex');
    switch (wire) {
        case 'responses':
        case 'chat':
            return `sk-proj-${random}`;
        case 'messages':
            return `sk-ant-api03-${random}`;
        case 'gemini':
            // 39 characters, as Google's have.
            return `AIzaSy${random.slice(0, 33)}`;
    }
}
/** Whether a request carries the placeholder in one of the headers where a client puts its key, and no other key. */
function presentsPlaceholder(headers, placeholder) {
    const bearer = headers.authorization;
    const presented = [
        ...(bearer === undefined ? [] : [/^bearer (.{1,512})$/i.exec(bearer)?.[1] ?? '']),
        ...[headers['x-api-key'], headers['x-goog-api-key']].filter((value) => value !== undefined),
    ];
    return presented.length > 0 && presented.every((value) => typeof value === 'string' && isSame(value, placeholder));
}
/** The real credential in the form that the provider wants. */
function credentialHeaders(wire, upstream) {
    const { host, key } = upstream;
    switch (wire) {
        case 'responses':
        case 'chat':
            return AZURE_HOST.test(host) ? { 'api-key': key } : { authorization: `Bearer ${key}` };
        case 'messages':
            // Gateways that speak this format read the one or the other; Anthropic itself wants exactly one.
            return { 'x-api-key': key, ...(ANTHROPIC_HOST.test(host) ? {} : { authorization: `Bearer ${key}` }) };
        case 'gemini':
            return { 'x-goog-api-key': key };
    }
}
/** Hashed first: the comparison wants equal lengths, and must not tell them. */
function isSame(given, expected) {
    const digest = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest();
    return (0,external_node_crypto_.timingSafeEqual)(digest(given), digest(expected));
}

// EXTERNAL MODULE: ./src/review/request.ts + 2 modules
var request = __webpack_require__(4869);
// EXTERNAL MODULE: ./src/host/key-proxy/failure-table.ts
var failure_table = __webpack_require__(1688);
// EXTERNAL MODULE: ./src/host/key-proxy/json-body.ts
var json_body = __webpack_require__(6010);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
;// CONCATENATED MODULE: ./src/host/key-proxy/policy/policy.ts
/** Names of fields are quoted from a hostile body. */
const MAX_NAME_LENGTH = 100;
/** Where a body leaves the allow-list, in one line. */
function toRefusal(error) {
    const { path, message } = deepest(error.issues);
    const place = path
        .map((part) => String(part).replaceAll(/[^\w$-]/g, '?'))
        .join('.')
        .slice(0, MAX_NAME_LENGTH);
    const what = message.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 2 * MAX_NAME_LENGTH);
    return { kind: 'refused', why: `The key proxy does not let this request pass: ${place || 'body'}: ${what}` };
}
/** Of the alternatives of a union, the one that got furthest says most. */
function deepest(issues) {
    const places = issues.slice(0, 1).flatMap(placesOf);
    return places.reduce((best, place) => (place.path.length > best.path.length ? place : best), {
        path: [],
        message: 'not accepted',
        ...places[0],
    });
}
function placesOf(issue) {
    if (issue.code !== 'invalid_union')
        return [issue];
    const inner = issue.errors.flatMap((alternative) => alternative.slice(0, 1).flatMap(placesOf));
    return [issue, ...inner.map(({ path, message }) => ({ path: [...issue.path, ...path], message }))];
}

;// CONCATENATED MODULE: ./src/host/key-proxy/policy/chat.ts


/** A JSON object that the provider reads as data and never acts on: a schema, arguments. */
const Data = schemas/* looseObject */._H3({});
const Name = schemas/* string */.YjP().max(256);
/** Text only: images, audio and files would be fetched or looked up by the provider. */
const Text = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* literal */.euz('text'), text: schemas/* string */.YjP() }))]);
const ToolCall = schemas/* object */.Ikc({
    id: Name,
    type: schemas/* literal */.euz('function'),
    function: schemas/* object */.Ikc({ name: Name, arguments: schemas/* string */.YjP() }),
});
const Message = schemas/* discriminatedUnion */.gMt('role', [
    schemas/* object */.Ikc({ role: schemas/* enum */.k5n(['system', 'developer', 'user']), content: Text }),
    schemas/* object */.Ikc({
        role: schemas/* literal */.euz('assistant'),
        content: Text.nullish(),
        refusal: schemas/* string */.YjP().nullish(),
        // Some servers want back what their model thought between two calls of tools.
        reasoning_content: schemas/* string */.YjP().nullish(),
        tool_calls: schemas/* array */.YOg(ToolCall).min(1).optional(),
    }),
    schemas/* object */.Ikc({ role: schemas/* literal */.euz('tool'), tool_call_id: Name, content: Text }),
]);
/** Functions that the client runs; there is no other kind but custom ones, which nobody here uses. */
const Tool = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('function'),
    function: schemas/* object */.Ikc({
        name: Name,
        description: schemas/* string */.YjP().optional(),
        parameters: Data.optional(),
        strict: schemas/* boolean */.zMY().nullish(),
    }),
});
const ToolChoice = schemas/* union */.KCZ([
    schemas/* enum */.k5n(['auto', 'none', 'required']),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('function'), function: schemas/* object */.Ikc({ name: Name }) }),
]);
/** Not on the list, among others: web_search_options, and the plugins, models and routes of OpenRouter. */
const ChatBody = schemas/* strictObject */.rej({
    model: schemas/* string */.YjP(),
    messages: schemas/* array */.YOg(Message),
    stream: schemas/* boolean */.zMY().default(false),
    stream_options: schemas/* object */.Ikc({ include_usage: schemas/* boolean */.zMY().optional(), include_obfuscation: schemas/* boolean */.zMY().optional() })
        .nullish(),
    tools: schemas/* array */.YOg(Tool).nullish(),
    tool_choice: ToolChoice.nullish(),
    parallel_tool_calls: schemas/* boolean */.zMY().nullish(),
    response_format: schemas/* discriminatedUnion */.gMt('type', [
        schemas/* object */.Ikc({ type: schemas/* enum */.k5n(['text', 'json_object']) }),
        schemas/* object */.Ikc({ type: schemas/* literal */.euz('json_schema'), json_schema: Data }),
    ])
        .nullish(),
    reasoning_effort: Name.nullish(),
    verbosity: Name.nullish(),
    max_completion_tokens: schemas/* int */.Whr().positive().nullish(),
    max_tokens: schemas/* int */.Whr().positive().nullish(),
    temperature: schemas/* number */.aig().nullish(),
    top_p: schemas/* number */.aig().nullish(),
    seed: schemas/* int */.Whr().nullish(),
    prompt_cache_key: Name.nullish(),
    // More would be paid for and not read.
    n: schemas/* literal */.euz(1).nullish(),
    // Not 'priority', which costs a multiple.
    service_tier: schemas/* enum */.k5n(['auto', 'default', 'flex']).nullish(),
    store: schemas/* literal */.euz(false).nullish(),
});
/** What may be asked through the Chat Completions API: text in, text and calls of the client's own functions out. */
function checkChatBody(value, model) {
    const parsed = ChatBody.safeParse(value);
    if (!parsed.success)
        return toRefusal(parsed.error);
    const body = parsed.data;
    if (body.model !== model)
        return { kind: 'refused', why: `The key proxy serves no model but ${model}` };
    return {
        kind: 'allowed',
        checked: {
            body,
            stream: body.stream,
            outputLimit: body.max_completion_tokens ?? body.max_tokens ?? undefined,
            withOutputLimit: (tokens) => withLimit(body, tokens),
        },
    };
}
/** Older servers know only max_tokens, which models of OpenAI that reason refuse: who sent it knows that it is understood. */
function withLimit(body, tokens) {
    const { max_tokens, max_completion_tokens, ...rest } = body;
    return max_tokens == null ? { ...rest, max_completion_tokens: tokens } : { ...rest, max_tokens: tokens };
}

;// CONCATENATED MODULE: ./src/host/key-proxy/policy/gemini.ts


/** A JSON object that the provider reads as data and never acts on. */
const gemini_Data = schemas/* looseObject */._H3({});
const gemini_Name = schemas/* string */.YjP().max(256);
const Part = schemas/* strictObject */.rej({
    text: schemas/* string */.YjP().optional(),
    thought: schemas/* boolean */.zMY().optional(),
    thoughtSignature: schemas/* string */.YjP().optional(),
    functionCall: schemas/* strictObject */.rej({ id: gemini_Name.optional(), name: gemini_Name, args: gemini_Data.optional() }).optional(),
    functionResponse: schemas/* strictObject */.rej({ id: gemini_Name.optional(), name: gemini_Name, response: gemini_Data }).optional(),
});
const Content = schemas/* strictObject */.rej({
    role: schemas/* enum */.k5n(['user', 'model', 'function', 'system']).optional(),
    parts: schemas/* array */.YOg(Part),
});
/** Functions that the client runs; googleSearch, codeExecution, urlContext and the like run at the provider. */
const gemini_Tool = schemas/* strictObject */.rej({
    functionDeclarations: schemas/* array */.YOg(schemas/* strictObject */.rej({
        name: gemini_Name,
        description: schemas/* string */.YjP().optional(),
        parameters: gemini_Data.optional(),
        parametersJsonSchema: gemini_Data.optional(),
        response: gemini_Data.optional(),
        responseJsonSchema: gemini_Data.optional(),
    })),
});
const GenerationConfig = schemas/* strictObject */.rej({
    temperature: schemas/* number */.aig().optional(),
    topP: schemas/* number */.aig().optional(),
    topK: schemas/* number */.aig().optional(),
    // More would be paid for and not read.
    candidateCount: schemas/* literal */.euz(1).optional(),
    maxOutputTokens: schemas/* int */.Whr().positive().optional(),
    stopSequences: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    seed: schemas/* int */.Whr().optional(),
    presencePenalty: schemas/* number */.aig().optional(),
    frequencyPenalty: schemas/* number */.aig().optional(),
    responseMimeType: schemas/* enum */.k5n(['text/plain', 'application/json']).optional(),
    responseSchema: gemini_Data.optional(),
    responseJsonSchema: gemini_Data.optional(),
    thinkingConfig: schemas/* strictObject */.rej({
        includeThoughts: schemas/* boolean */.zMY().optional(),
        thinkingBudget: schemas/* int */.Whr().optional(),
        thinkingLevel: gemini_Name.optional(),
    })
        .optional(),
});
const GeminiBody = schemas/* strictObject */.rej({
    contents: schemas/* array */.YOg(Content),
    systemInstruction: Content.optional(),
    tools: schemas/* array */.YOg(gemini_Tool).optional(),
    toolConfig: schemas/* strictObject */.rej({
        functionCallingConfig: schemas/* strictObject */.rej({ mode: gemini_Name.optional(), allowedFunctionNames: schemas/* array */.YOg(gemini_Name).optional() })
            .optional(),
    })
        .optional(),
    safetySettings: schemas/* array */.YOg(schemas/* strictObject */.rej({ category: gemini_Name, threshold: gemini_Name })).optional(),
    generationConfig: GenerationConfig.optional(),
});
const GeminiCountBody = schemas/* strictObject */.rej({ contents: schemas/* array */.YOg(Content) });
/** What may be asked through the Gemini API: text in, text and calls of the client's own functions out. */
function checkGeminiBody(value) {
    const parsed = GeminiBody.safeParse(value);
    if (!parsed.success)
        return toRefusal(parsed.error);
    const body = parsed.data;
    return {
        kind: 'allowed',
        checked: {
            body,
            // Said by the path, not by the body.
            stream: false,
            outputLimit: body.generationConfig?.maxOutputTokens,
            withOutputLimit: (tokens) => ({
                ...body,
                generationConfig: { ...body.generationConfig, maxOutputTokens: tokens },
            }),
        },
    };
}
/** What may be counted: text. */
function checkGeminiCountBody(value) {
    const parsed = GeminiCountBody.safeParse(value);
    if (!parsed.success)
        return toRefusal(parsed.error);
    const body = parsed.data;
    return {
        kind: 'allowed',
        checked: { body, stream: false, outputLimit: undefined, withOutputLimit: () => body },
    };
}

;// CONCATENATED MODULE: ./src/host/key-proxy/policy/lean-tools.ts
const lean_tools_text = { type: 'string' };
const count = { type: 'integer' };
const flag = { type: 'boolean' };
const said = (schema, description) => ({ ...schema, description });
/**
 * Claude Code's three reading tools in few words: its own take 5.9 KB of every request and speak of editing, pictures,
 * PDFs and a shell, of which a review has none. Names and types of the parameters are the CLI's, which checks them.
 */
const LEAN = new Map([
    [
        'Read',
        tool('Reads a text file, from its start and at most 2,000 lines unless told otherwise. Lines come numbered.', {
            file_path: said(lean_tools_text, 'Absolute path'),
            offset: said(count, 'First line'),
            limit: said(count, 'Number of lines'),
        }),
    ],
    [
        'Grep',
        tool('Searches the content of files by a regular expression of ripgrep.', {
            pattern: lean_tools_text,
            path: said(lean_tools_text, 'File or directory; the working directory unless given'),
            glob: said(lean_tools_text, 'Such as *.{ts,tsx}'),
            type: said(lean_tools_text, 'Such as js, py, go'),
            output_mode: said({ ...lean_tools_text, enum: ['content', 'files_with_matches', 'count'] }, 'files_with_matches unless given; all that follows but -i and multiline is for content'),
            '-A': said(count, 'Lines after a match'),
            '-B': said(count, 'Lines before a match'),
            '-C': said(count, 'Lines around a match'),
            '-n': said(flag, 'Line numbers, on unless given'),
            '-i': said(flag, 'Any case'),
            multiline: said(flag, 'Matches may span lines'),
            head_limit: said(count, 'At most so many; 250 unless given'),
            offset: said(count, 'Skip so many first'),
        }),
    ],
    [
        'Glob',
        tool('Lists files by a glob such as src/**/*.ts.', {
            pattern: lean_tools_text,
            path: said(lean_tools_text, 'Directory; the working directory unless given'),
        }),
    ],
]);
function tool(description, properties) {
    const required = Object.keys(properties).slice(0, 1);
    return { description, input_schema: { type: 'object', properties, required, additionalProperties: false } };
}
/** The tool as it is sent on. */
function toLean(tool) {
    const lean = LEAN.get(tool.name);
    return lean === undefined ? tool : { ...tool, ...lean };
}

;// CONCATENATED MODULE: ./src/host/key-proxy/policy/messages.ts



/** A JSON object that the provider reads as data and never acts on. */
const messages_Data = schemas/* looseObject */._H3({});
const messages_Name = schemas/* string */.YjP().max(256);
const CacheControl = schemas/* object */.Ikc({ type: schemas/* literal */.euz('ephemeral'), ttl: messages_Name.optional(), scope: messages_Name.optional() }).nullish();
const TextBlock = schemas/* object */.Ikc({ type: schemas/* literal */.euz('text'), text: schemas/* string */.YjP(), cache_control: CacheControl });
const ToolReference = schemas/* object */.Ikc({ type: schemas/* literal */.euz('tool_reference'), tool_name: messages_Name });
/** Claude Code shows the pictures in a notebook; the text around them is what a review needs. */
const LeftOutPicture = schemas/* object */.Ikc({ type: schemas/* literal */.euz('image'), source: schemas/* object */.Ikc({ type: schemas/* literal */.euz('base64') }) })
    .transform(() => ({ type: 'text', text: '[a picture, not sent]' }));
const Block = schemas/* discriminatedUnion */.gMt('type', [
    TextBlock,
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('thinking'), thinking: schemas/* string */.YjP(), signature: schemas/* string */.YjP().optional() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('redacted_thinking'), data: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('tool_use'), id: messages_Name, name: messages_Name, input: messages_Data, cache_control: CacheControl }),
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('tool_result'),
        tool_use_id: messages_Name,
        content: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* discriminatedUnion */.gMt('type', [TextBlock, ToolReference, LeftOutPicture]))])
            .optional(),
        is_error: schemas/* boolean */.zMY().nullish(),
        cache_control: CacheControl,
    }),
]);
const messages_Message = schemas/* object */.Ikc({
    role: schemas/* enum */.k5n(['user', 'assistant', 'system']),
    content: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(Block)]),
});
const CustomTool = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('custom').nullish(),
    name: messages_Name,
    description: schemas/* string */.YjP().optional(),
    input_schema: messages_Data,
    cache_control: CacheControl,
    strict: schemas/* boolean */.zMY().nullish(),
    defer_loading: schemas/* boolean */.zMY().nullish(),
    eager_input_streaming: schemas/* boolean */.zMY().nullish(),
})
    .transform(toLean);
/** Anthropic's own tools that the client runs; all its others, with their types, run at the provider. */
const TypedTool = schemas/* object */.Ikc({
    type: schemas/* string */.YjP().regex(/^(?:bash|text_editor)_\d{8}$/, 'a tool that the provider runs'),
    name: messages_Name,
    max_characters: schemas/* int */.Whr().nullish(),
    cache_control: CacheControl,
});
const ASKED = {
    model: schemas/* string */.YjP(),
    messages: schemas/* array */.YOg(messages_Message),
    system: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(TextBlock)]).nullish(),
    tools: schemas/* array */.YOg(schemas/* union */.KCZ([TypedTool, CustomTool])).nullish(),
    tool_choice: schemas/* object */.Ikc({
        type: schemas/* enum */.k5n(['auto', 'any', 'tool', 'none']),
        name: messages_Name.optional(),
        disable_parallel_tool_use: schemas/* boolean */.zMY().optional(),
    })
        .nullish(),
    thinking: schemas/* object */.Ikc({
        type: schemas/* enum */.k5n(['enabled', 'disabled', 'adaptive']),
        budget_tokens: schemas/* int */.Whr().nonnegative().optional(),
        display: messages_Name.nullish(),
    })
        .nullish(),
    output_config: schemas/* object */.Ikc({ effort: messages_Name.nullish(), format: messages_Data.nullish() }).nullish(),
    output_format: messages_Data.nullish(),
    context_management: schemas/* object */.Ikc({
        edits: schemas/* array */.YOg(schemas/* looseObject */._H3({ type: schemas/* string */.YjP().regex(/^clear_(?:tool_uses|thinking)_\d{8}$/) })),
    })
        .nullish(),
    // Ids of device, account and session; accepted and not sent.
    metadata: schemas/* unknown */.L5J().optional(),
};
const MessagesBody = schemas/* strictObject */.rej({
    ...ASKED,
    max_tokens: schemas/* int */.Whr().positive(),
    stream: schemas/* boolean */.zMY().default(false),
    temperature: schemas/* number */.aig().nullish(),
    top_k: schemas/* int */.Whr().nullish(),
    top_p: schemas/* number */.aig().nullish(),
    stop_sequences: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    service_tier: schemas/* enum */.k5n(['auto', 'standard_only']).nullish(),
});
const CountBody = schemas/* strictObject */.rej(ASKED);
/** What may be asked through the Messages API: text in, text and calls of the client's own tools out. */
function checkMessagesBody(value, model) {
    const parsed = MessagesBody.safeParse(value);
    if (!parsed.success)
        return toRefusal(parsed.error);
    const { metadata, ...body } = parsed.data;
    if (body.model !== model)
        return { kind: 'refused', why: `The key proxy serves no model but ${model}` };
    return {
        kind: 'allowed',
        checked: {
            body,
            stream: body.stream,
            outputLimit: body.max_tokens,
            withOutputLimit: (tokens) => ({ ...body, max_tokens: tokens, ...fittingThinking(body.thinking, tokens) }),
        },
    };
}
/** What may be counted: the same, without an answer. */
function checkCountBody(value, model) {
    const parsed = CountBody.safeParse(value);
    if (!parsed.success)
        return toRefusal(parsed.error);
    const { metadata, ...body } = parsed.data;
    if (body.model !== model)
        return { kind: 'refused', why: `The key proxy serves no model but ${model}` };
    return {
        kind: 'allowed',
        checked: { body, stream: false, outputLimit: undefined, withOutputLimit: () => body },
    };
}
/** The provider refuses a thinking budget that is not below the limit of the answer, and one under 1,024. */
function fittingThinking(thinking, limit) {
    if (thinking?.budget_tokens === undefined || thinking.budget_tokens < limit)
        return {};
    const budget = Math.floor(limit / 2);
    return { thinking: budget < 1024 ? { type: 'disabled' } : { ...thinking, budget_tokens: budget } };
}

;// CONCATENATED MODULE: ./src/host/key-proxy/policy/responses.ts


/** A JSON object that the provider reads as data and never acts on: a schema, a grammar, arguments. */
const responses_Data = schemas/* looseObject */._H3({});
const responses_Name = schemas/* string */.YjP().max(256);
const FunctionTool = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('function'),
    name: responses_Name,
    description: schemas/* string */.YjP().nullish(),
    strict: schemas/* boolean */.zMY().nullish(),
    parameters: responses_Data.nullish(),
});
const responses_CustomTool = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('custom'),
    name: responses_Name,
    description: schemas/* string */.YjP().optional(),
    format: responses_Data.optional(),
});
const ClientTool = schemas/* discriminatedUnion */.gMt('type', [FunctionTool, responses_CustomTool]);
const Namespace = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('namespace'),
    name: responses_Name,
    description: schemas/* string */.YjP().optional(),
    tools: schemas/* array */.YOg(ClientTool),
});
/** Tools that the client runs. All others run at the provider, out of reach of any firewall of ours. */
const responses_Tool = schemas/* discriminatedUnion */.gMt('type', [
    FunctionTool,
    responses_CustomTool,
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('local_shell') }),
    Namespace,
]);
const TextPart = schemas/* discriminatedUnion */.gMt('type', [
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('input_text'), text: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('output_text'), text: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('refusal'), refusal: schemas/* string */.YjP() }),
]);
const responses_Text = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(TextPart)]);
const ReasoningText = schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* enum */.k5n(['summary_text', 'reasoning_text', 'text']), text: schemas/* string */.YjP() }));
/** Names an item of the conversation; every item is sent whole, so that the provider has nothing to look up. */
const Id = schemas/* string */.YjP().max(256).nullish();
const Status = schemas/* string */.YjP().max(32).nullish();
const responses_Message = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('message'),
    id: Id,
    role: schemas/* enum */.k5n(['user', 'assistant', 'system', 'developer']),
    content: responses_Text,
    phase: schemas/* string */.YjP().max(32).nullish(),
    status: Status,
});
const Reasoning = schemas/* object */.Ikc({
    type: schemas/* literal */.euz('reasoning'),
    id: Id,
    summary: ReasoningText.optional(),
    content: ReasoningText.nullish(),
    encrypted_content: schemas/* string */.YjP().nullish(),
    status: Status,
})
    // With an id alone the provider would look up what it stored for somebody.
    .transform(({ id, ...item }) => (typeof item.encrypted_content === 'string' ? { ...item, id } : item));
const Call = { id: Id, call_id: schemas/* string */.YjP().max(256), status: Status };
const InputItem = schemas/* discriminatedUnion */.gMt('type', [
    responses_Message,
    Reasoning,
    schemas/* object */.Ikc({
        type: schemas/* literal */.euz('function_call'),
        ...Call,
        name: responses_Name,
        namespace: responses_Name.nullish(),
        arguments: schemas/* string */.YjP(),
    }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('function_call_output'), ...Call, output: responses_Text }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('custom_tool_call'), ...Call, name: responses_Name, namespace: responses_Name.nullish(), input: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('custom_tool_call_output'), ...Call, name: responses_Name.nullish(), output: responses_Text }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('local_shell_call'), ...Call, action: responses_Data }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('local_shell_call_output'), ...Call, output: responses_Text }),
    // What the provider made of an earlier part of a long conversation, and the wish that it do so.
    schemas/* object */.Ikc({ type: schemas/* enum */.k5n(['compaction', 'compaction_summary', 'context_compaction']), encrypted_content: schemas/* string */.YjP() }),
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('compaction_trigger') }),
    // How Codex offers its tools to models that know code mode only.
    schemas/* object */.Ikc({ type: schemas/* literal */.euz('additional_tools'), id: Id, role: schemas/* literal */.euz('developer'), tools: schemas/* array */.YOg(responses_Tool) }),
]);
/** A message may leave out its type. */
const Item = schemas/* preprocess */.vkY((item) => {
    const untyped = schemas/* looseObject */._H3({ type: schemas/* undefined */.Vxk().optional(), role: schemas/* string */.YjP() }).safeParse(item);
    return untyped.success ? { ...untyped.data, type: 'message' } : item;
}, InputItem);
const responses_ToolChoice = schemas/* union */.KCZ([
    schemas/* enum */.k5n(['auto', 'none', 'required']),
    schemas/* object */.Ikc({ type: schemas/* enum */.k5n(['function', 'custom']), name: responses_Name }),
]);
const ResponsesBody = schemas/* strictObject */.rej({
    model: schemas/* string */.YjP(),
    stream: schemas/* boolean */.zMY().default(false),
    stream_options: schemas/* object */.Ikc({ include_obfuscation: schemas/* boolean */.zMY().optional() }).nullish(),
    input: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(Item)]),
    instructions: schemas/* string */.YjP().nullish(),
    tools: schemas/* array */.YOg(responses_Tool).nullish(),
    tool_choice: responses_ToolChoice.nullish(),
    parallel_tool_calls: schemas/* boolean */.zMY().nullish(),
    reasoning: schemas/* object */.Ikc({
        effort: responses_Name.nullish(),
        summary: responses_Name.nullish(),
        context: responses_Name.nullish(),
    })
        .nullish(),
    text: schemas/* object */.Ikc({ verbosity: responses_Name.nullish(), format: responses_Data.nullish() }).nullish(),
    include: schemas/* array */.YOg(schemas/* literal */.euz('reasoning.encrypted_content')).nullish(),
    prompt_cache_key: responses_Name.nullish(),
    max_output_tokens: schemas/* int */.Whr().positive().nullish(),
    temperature: schemas/* number */.aig().nullish(),
    top_p: schemas/* number */.aig().nullish(),
    truncation: schemas/* enum */.k5n(['auto', 'disabled']).nullish(),
    // Not 'priority', which costs a multiple.
    service_tier: schemas/* enum */.k5n(['auto', 'default', 'flex']).nullish(),
    store: schemas/* literal */.euz(false).nullish(),
    background: schemas/* literal */.euz(false).nullish(),
    previous_response_id: schemas/* null */.chJ().optional(),
    conversation: schemas/* null */.chJ().optional(),
    prompt: schemas/* null */.chJ().optional(),
    // Ids of installation, session and turn, which are nobody's business; accepted and not sent.
    client_metadata: schemas/* unknown */.L5J().optional(),
});
/** What may be asked through the Responses API: text in, text and calls of the client's own tools out. */
function checkResponsesBody(value, model) {
    const parsed = ResponsesBody.safeParse(value);
    if (!parsed.success)
        return toRefusal(parsed.error);
    const { client_metadata, previous_response_id, conversation, prompt, background, ...kept } = parsed.data;
    if (kept.model !== model)
        return { kind: 'refused', why: `The key proxy serves no model but ${model}` };
    // Left out, store means true.
    const body = { ...kept, store: false };
    return {
        kind: 'allowed',
        checked: {
            body,
            stream: kept.stream,
            outputLimit: kept.max_output_tokens ?? undefined,
            withOutputLimit: (tokens) => ({ ...body, max_output_tokens: tokens }),
        },
    };
}

;// CONCATENATED MODULE: ./src/host/key-proxy/policy/check-body.ts




/** Whether a body may be sent: an allow-list, so that what a provider invents next is refused until somebody looks. */
function checkBody(value, { wire, route, model }) {
    switch (wire) {
        case 'responses':
            return checkResponsesBody(value, model);
        case 'chat':
            return checkChatBody(value, model);
        case 'messages':
            return route.kind === 'count' ? checkCountBody(value, model) : checkMessagesBody(value, model);
        case 'gemini':
            return route.kind === 'count' ? checkGeminiCountBody(value) : checkGeminiBody(value);
    }
}

;// CONCATENATED MODULE: ./src/host/key-proxy/routes.ts
/** The route of a request line, compared as raw text: no decoding, no normalising, so that nothing can be disguised. */
function findRoute(wire, request, model) {
    if (request.method !== 'POST' || request.target === undefined)
        return undefined;
    return routesOf(wire, model).get(request.target);
}
/** Where the provider serves a route. */
function upstreamUrl(baseUrl, route) {
    const url = new URL(baseUrl);
    const [path, query] = route.path.split('?');
    url.pathname = url.pathname.replace(/\/+$/, '') + path;
    // Azure keeps its api-version in the base URL.
    if (query !== undefined)
        url.search = url.search === '' ? query : `${url.search}&${query}`;
    url.hash = '';
    url.username = '';
    url.password = '';
    return url;
}
function routesOf(wire, model) {
    switch (wire) {
        case 'responses':
            // A base URL of the Responses API ends in /v1 itself.
            return new Map([['/v1/responses', { kind: 'generate', path: '/responses', stream: 'in-body' }]]);
        case 'chat':
            // The same, also for Azure (/openai/v1), Ollama, vLLM (/v1) and OpenRouter (/api/v1).
            return new Map([['/v1/chat/completions', { kind: 'generate', path: '/chat/completions', stream: 'in-body' }]]);
        case 'messages':
            return new Map(['', '?beta=true'].flatMap(messagesRoutes));
        case 'gemini':
            return new Map(geminiRoutes(`/v1beta/models/${model}`));
    }
}
function messagesRoutes(query) {
    const generate = `/v1/messages${query}`;
    const count = `/v1/messages/count_tokens${query}`;
    return [
        [generate, { kind: 'generate', path: generate, stream: 'in-body' }],
        [count, { kind: 'count', path: count, stream: 'never' }],
    ];
}
function geminiRoutes(model) {
    const once = `${model}:generateContent`;
    const stream = `${model}:streamGenerateContent?alt=sse`;
    const list = `${model}:streamGenerateContent`;
    const count = `${model}:countTokens`;
    return [
        [once, { kind: 'generate', path: once, stream: 'never' }],
        [stream, { kind: 'generate', path: stream, stream: 'always' }],
        // Without alt=sse the answer is one JSON list, so it is read as a whole.
        [list, { kind: 'generate', path: list, stream: 'never' }],
        [count, { kind: 'count', path: count, stream: 'never' }],
    ];
}

;// CONCATENATED MODULE: ./src/host/key-proxy/admit.ts






/** What an answer may have where the client sets no limit: the most that any model of the format writes. */
const MAX_OUTPUT = {
    responses: 128_000,
    chat: 128_000,
    messages: 128_000,
    gemini: 65_536,
};
/** Decides about a request before anything of it goes on: who asks, for what, in which words, at what price. */
async function admit(request, admission) {
    if (!presentsPlaceholder(request.headers, admission.placeholder)) {
        return refuse('credential', 401, 'The key proxy wants the key of this run');
    }
    const route = findRoute(admission.wire, { method: request.method, target: request.url }, admission.model);
    if (route === undefined)
        return refuse('path', 404, 'The key proxy serves only the requests of a review');
    const misfit = findMisfit(request);
    if (misfit !== undefined)
        return refuse('form', 415, misfit);
    const bytes = await readBody(request, admission.maxBodyBytes);
    if (bytes === undefined)
        return refuseSize(admission.maxBodyBytes);
    const parsed = (0,json_body/* parseJsonBody */.Y)(bytes);
    if (parsed.kind === 'invalid')
        return refuse('body', 400, parsed.why);
    const decision = checkBody(parsed.value, { wire: admission.wire, route, model: admission.model });
    if (decision.kind === 'refused')
        return refuse('body', 400, decision.why);
    return afford(route, decision.checked, admission);
}
/** Nothing is kept of a request that does not fit the budget. */
function afford(route, checked, { wire, budget }) {
    const bytes = toBytes(checked.body);
    if (route.kind === 'count') {
        return { kind: 'admitted', route, body: checked.body, bytes, inputEstimate: 0, reservation: FREE };
    }
    const inputEstimate = (0,request/* estimateTokensOfBytes */.lr)(bytes.length);
    const wanted = checked.outputLimit ?? MAX_OUTPUT[wire];
    const reservation = budget.reserve({ input: inputEstimate, output: wanted });
    if (reservation === undefined)
        return refuseBudget(inputEstimate, budget);
    const body = reservation.output < wanted ? checked.withOutputLimit(reservation.output) : checked.body;
    const sent = body === checked.body ? bytes : toBytes(body);
    return { kind: 'admitted', route, body, bytes: sent, inputEstimate, reservation };
}
/** Counting tokens costs nothing. */
const FREE = { output: 0, settle() { }, release() { } };
function refuse(reason, status, message) {
    const isAsked = reason === 'body' || reason === 'form';
    const text = `The reviewer sent a request that no review needs. ${message}`;
    const failure = isAsked ? { code: 'EXITED', status, message: text } : undefined;
    return { kind: 'refused', reason, answer: { status, message }, failure };
}
function refuseSize(maxBytes) {
    const message = `The request is over ${maxBytes} bytes`;
    const failure = (0,failure_table/* describeFailure */.Ic)('CONTEXT_TOO_LONG', { status: 413, message });
    return { kind: 'refused', reason: 'size', answer: { status: 413, message }, failure };
}
function refuseBudget(needed, budget) {
    const message = `budget-exhausted: the request needs about ${needed} tokens, ${budget.spent()} of max-tokens ${budget.max} are spent; raise max-tokens, or review less`;
    const failure = { code: 'BUDGET', status: 429, message };
    return { kind: 'refused', reason: 'budget', answer: { status: 429, message }, failure };
}
function findMisfit({ headers }) {
    if (!/^application\/json(?:;|$)/i.test(headers['content-type'] ?? ''))
        return 'The body must be application/json';
    const encoding = headers['content-encoding'] ?? 'identity';
    return encoding === 'identity' ? undefined : 'The body must not be compressed';
}
/** Undefined: more than `maxBytes`. */
async function readBody(request, maxBytes) {
    if (Number(request.headers['content-length'] ?? 0) > maxBytes)
        return undefined;
    const chunks = [];
    let length = 0;
    // Not destroyed on the way out: the client must still get its answer.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        const bytes = Buffer.from(chunk);
        length += bytes.length;
        if (length > maxBytes)
            return undefined;
        chunks.push(bytes);
    }
    return Buffer.concat(chunks);
}
function toBytes(body) {
    return Buffer.from(JSON.stringify(body));
}

;// CONCATENATED MODULE: ./src/host/key-proxy/headers.ts
/** A value longer than this, or with anything but printable ASCII, is no setting of an API. */
const FIT_VALUE = /^[\x20-\x7e]{1,1024}$/;
/** What a reviewer may say to its provider besides the body; without it the CLIs are answered in other forms. */
const REQUEST_HEADERS = {
    responses: [
        'user-agent',
        'originator',
        'openai-beta',
        'x-codex-beta-features',
        // Codex sends it with gpt-5.6 and its additional_tools.
        'x-openai-internal-codex-responses-lite',
    ],
    chat: ['user-agent'],
    messages: ['user-agent', 'x-app', 'anthropic-version'],
    gemini: ['user-agent', 'x-goog-api-client'],
};
/** Betas of Anthropic's API that change the form of an answer and let the provider do nothing on its own. */
const ANTHROPIC_BETAS = /^(?:claude-code|interleaved-thinking|redact-thinking|effort|context-1m|context-management|mid-conversation-system|prompt-caching|prompt-caching-scope|extended-cache-ttl|fine-grained-tool-streaming|token-efficient-tools|structured-outputs|output-128k|token-counting|tool-examples|adaptive-thinking)-\d{4}-?\d{2}-?\d{2}$/;
/** What a client may learn besides status and body: enough for its own retries. */
const RESPONSE_HEADERS = /^(?:content-type|retry-after|retry-after-ms|x-should-retry|request-id|x-request-id|x-ratelimit-[a-z-]{1,40}|anthropic-ratelimit-[a-z-]{1,60})$/;
/** The headers that go to the provider, the credential aside. */
function toRequestHeaders(wire, headers) {
    const kept = {
        'content-type': 'application/json',
        // Compressed bytes could neither be read nor searched for the key.
        'accept-encoding': 'identity',
        accept: headers.accept?.includes('text/event-stream') === true ? 'text/event-stream' : 'application/json',
    };
    for (const name of REQUEST_HEADERS[wire]) {
        const value = headers[name];
        if (typeof value === 'string' && FIT_VALUE.test(value))
            kept[name] = value;
    }
    if (wire !== 'messages')
        return kept;
    const betas = toBetas(headers['anthropic-beta']);
    return {
        ...kept,
        'anthropic-version': kept['anthropic-version'] ?? '2023-06-01',
        ...(betas === '' ? {} : { 'anthropic-beta': betas }),
    };
}
/** The headers of an answer that the client gets; `redact` takes the key out of their values. */
function toResponseHeaders(headers, redact) {
    const kept = Object.entries(headers).filter((entry) => RESPONSE_HEADERS.test(entry[0]) && typeof entry[1] === 'string');
    return Object.fromEntries(kept.map(([name, value]) => [name, redact(value)]));
}
function toBetas(value) {
    const named = [value ?? []].flat().join(',').slice(0, 4096).split(',');
    return named
        .map((name) => name.trim())
        .filter((name) => ANTHROPIC_BETAS.test(name))
        .join(',');
}

;// CONCATENATED MODULE: ./src/host/key-proxy/local-answer.ts
/** Sends an error in the form of the provider, so that the client reports it as it would report the provider's. */
function answerLocally(response, wire, answer) {
    if (response.headersSent || response.destroyed)
        return;
    const body = JSON.stringify(toErrorBody(wire, answer));
    response.writeHead(answer.status, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        // Whatever the proxy says holds for the whole run; asking again changes nothing.
        ...(answer.status === 502 ? {} : { 'x-should-retry': 'false' }),
        // The rest of a request that is too long is not waited for.
        ...(answer.status === 413 ? { connection: 'close' } : {}),
    });
    response.end(body);
}
function toErrorBody(wire, { status, message }) {
    switch (wire) {
        case 'responses':
        case 'chat':
            return { error: { message, type: openAiType(status), param: null, code: openAiType(status) } };
        case 'messages':
            return { type: 'error', error: { type: anthropicType(status), message } };
        case 'gemini':
            return { error: { code: status, message, status: googleStatus(status) } };
    }
}
/** Codex gives up at once on a quota that is used up, and would try again after any other 429. */
function openAiType(status) {
    if (status === 429)
        return 'insufficient_quota';
    return status >= 500 ? 'server_error' : 'invalid_request_error';
}
function anthropicType(status) {
    const types = {
        401: 'authentication_error',
        403: 'permission_error',
        404: 'not_found_error',
        413: 'request_too_large',
        429: 'rate_limit_error',
    };
    return types[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error');
}
function googleStatus(status) {
    const names = {
        401: 'UNAUTHENTICATED',
        403: 'PERMISSION_DENIED',
        404: 'NOT_FOUND',
        429: 'RESOURCE_EXHAUSTED',
    };
    return names[status] ?? (status >= 500 ? 'UNAVAILABLE' : 'INVALID_ARGUMENT');
}

;// CONCATENATED MODULE: ./src/host/key-proxy/redact-key.ts
/** A key shorter than this is a word such as `ollama` that local servers want; it opens nothing and occurs in texts. */
const MIN_KEY_LENGTH = 12;
const MARK = '[redacted]';
/** A redactor for one stream. */
function makeKeyRedactor(key) {
    const secret = Buffer.from(key);
    const mask = Buffer.from(maskOf(secret.length));
    let held = Buffer.alloc(0);
    let hits = 0;
    if (key.length < MIN_KEY_LENGTH) {
        return { add: (chunk) => chunk, end: () => held, hits: () => 0 };
    }
    return {
        add(chunk) {
            const bytes = Buffer.concat([held, chunk]);
            let from = 0;
            for (let at = bytes.indexOf(secret); at >= 0; at = bytes.indexOf(secret, from)) {
                mask.copy(bytes, at);
                hits += 1;
                from = at + secret.length;
            }
            const length = partialMatch(bytes.subarray(from), secret);
            held = bytes.subarray(bytes.length - length);
            return bytes.subarray(0, bytes.length - length);
        },
        end: () => held,
        hits: () => hits,
    };
}
/** The same for a text. */
function redactKey(text, key) {
    return key.length < MIN_KEY_LENGTH ? text : text.replaceAll(key, () => maskOf(key.length));
}
function maskOf(length) {
    return MARK.padEnd(length, '*').slice(0, length);
}
/** Length of the longest end of `bytes` that the key starts with. */
function partialMatch(bytes, secret) {
    for (let length = Math.min(bytes.length, secret.length - 1); length > 0; length -= 1) {
        if (bytes.subarray(bytes.length - length).equals(secret.subarray(0, length)))
            return length;
    }
    return 0;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./src/host/key-proxy/answer-facts.ts


const NOTHING_KNOWN = { model: undefined, usage: undefined, outcome: 'open' };
/** The reader of a wire format. */
function partReader(wire) {
    switch (wire) {
        case 'responses':
            return readResponsesPart;
        case 'chat':
            return readChatPart;
        case 'messages':
            return readMessagesPart;
        case 'gemini':
            return readGeminiPart;
    }
}
/** More than any provider counts; anything else is no count. */
const Count = schemas/* int */.Whr().nonnegative().max(1_000_000_000).optional().catch(undefined);
const answer_facts_Name = schemas/* string */.YjP().max(200).optional().catch(undefined);
const ResponsesUsage = schemas/* looseObject */._H3({
    input_tokens: Count,
    input_tokens_details: schemas/* looseObject */._H3({ cached_tokens: Count }).nullish().catch(undefined),
    output_tokens: Count,
});
const ResponseObject = schemas/* looseObject */._H3({
    model: answer_facts_Name,
    status: answer_facts_Name,
    usage: ResponsesUsage.nullish().catch(undefined),
    error: schemas/* unknown */.L5J().optional(),
    incomplete_details: schemas/* looseObject */._H3({ reason: answer_facts_Name }).nullish().catch(undefined),
});
const ResponsesEvent = schemas/* looseObject */._H3({ type: answer_facts_Name, response: ResponseObject.optional().catch(undefined) });
function readResponsesPart(facts, value) {
    const event = ResponsesEvent.catch({}).parse(value);
    if (event.type === 'error')
        return { ...facts, outcome: inStream(value) };
    // A whole answer is the object that events carry.
    const response = event.type?.startsWith('response.') === true ? event.response : ResponseObject.catch({}).parse(value);
    if (response === undefined)
        return facts;
    return {
        model: response.model ?? facts.model,
        usage: responsesUsage(response) ?? facts.usage,
        outcome: responsesOutcome(event.type?.slice('response.'.length) ?? response.status, response) ?? facts.outcome,
    };
}
function responsesUsage({ usage }) {
    if (usage?.input_tokens === undefined)
        return undefined;
    const cached = usage.input_tokens_details?.cached_tokens ?? 0;
    return { input: usage.input_tokens, cached, output: usage.output_tokens ?? 0 };
}
function responsesOutcome(status, response) {
    if (status === 'completed' || status === 'done')
        return 'completed';
    if (status === 'failed')
        return inStream(response.error);
    if (status === 'cancelled')
        return (0,failure_table/* describeFailure */.Ic)('NO_REPLY', { status: undefined, message: 'cancelled' });
    if (status !== 'incomplete')
        return undefined;
    const reason = response.incomplete_details?.reason ?? 'no reason given';
    return (0,failure_table/* describeFailure */.Ic)(reason === 'content_filter' ? 'REFUSED' : 'NO_REPLY', { status: undefined, message: reason });
}
const ChatAnswer = schemas/* looseObject */._H3({
    model: answer_facts_Name,
    usage: schemas/* looseObject */._H3({
        prompt_tokens: Count,
        prompt_tokens_details: schemas/* looseObject */._H3({ cached_tokens: Count }).nullish().catch(undefined),
        completion_tokens: Count,
    })
        .nullish()
        .catch(undefined),
    choices: schemas/* array */.YOg(schemas/* looseObject */._H3({ finish_reason: answer_facts_Name.nullish() }))
        .nullish()
        .catch(undefined),
    error: schemas/* unknown */.L5J().optional(),
});
/** Part and whole have the same form here; the usage comes with a part of its own, after the last one. */
function readChatPart(facts, value) {
    const answer = ChatAnswer.catch({}).parse(value);
    if (answer.error != null)
        return { ...facts, outcome: inStream(value) };
    const { usage } = answer;
    const cached = usage?.prompt_tokens_details?.cached_tokens ?? 0;
    const counted = usage?.prompt_tokens === undefined
        ? facts.usage
        : { input: usage.prompt_tokens, cached, output: usage.completion_tokens ?? 0 };
    return {
        model: answer.model ?? facts.model,
        usage: counted,
        outcome: finishOutcome(answer.choices?.[0]?.finish_reason) ?? facts.outcome,
    };
}
function finishOutcome(reason) {
    if (reason == null || reason === '')
        return undefined;
    if (reason === 'length')
        return (0,failure_table/* describeFailure */.Ic)('NO_REPLY', { status: undefined, message: reason });
    if (reason === 'content_filter')
        return (0,failure_table/* describeFailure */.Ic)('REFUSED', { status: undefined, message: reason });
    // OpenRouter's word for a provider that broke off.
    if (reason === 'error')
        return (0,failure_table/* describeFailure */.Ic)('OVERLOADED', { status: undefined, message: reason });
    return 'completed';
}
const MessagesUsage = schemas/* looseObject */._H3({
    input_tokens: Count,
    cache_creation_input_tokens: Count,
    cache_read_input_tokens: Count,
    output_tokens: Count,
});
const MessageObject = schemas/* looseObject */._H3({
    model: answer_facts_Name,
    usage: MessagesUsage.nullish().catch(undefined),
    stop_reason: answer_facts_Name.nullish(),
});
const MessagesEvent = schemas/* looseObject */._H3({
    type: answer_facts_Name,
    message: MessageObject.optional().catch(undefined),
    delta: schemas/* looseObject */._H3({ stop_reason: answer_facts_Name.nullish() }).optional().catch(undefined),
    usage: MessagesUsage.nullish().catch(undefined),
});
function readMessagesPart(facts, value) {
    const event = MessagesEvent.catch({}).parse(value);
    switch (event.type) {
        case 'error':
            return { ...facts, outcome: inStream(value) };
        case 'message_start':
            return { ...facts, model: event.message?.model, usage: messagesUsage(undefined, event.message?.usage) };
        case 'message_delta':
            return {
                ...facts,
                usage: messagesUsage(facts.usage, event.usage),
                outcome: stopOutcome(event.delta?.stop_reason) ?? facts.outcome,
            };
        case 'message_stop':
            return { ...facts, outcome: facts.outcome === 'open' ? 'completed' : facts.outcome };
        case 'message': {
            const message = MessageObject.catch({}).parse(value);
            const outcome = stopOutcome(message.stop_reason) ?? 'completed';
            return { model: message.model, usage: messagesUsage(undefined, message.usage), outcome };
        }
        default:
            return facts;
    }
}
/** Figures grow in the course of a stream, and Z.ai gives the input only at its end: the larger ones count. */
function messagesUsage(known, usage) {
    if (usage == null)
        return known;
    const cached = usage.cache_read_input_tokens ?? 0;
    const input = (usage.input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0) + cached;
    return {
        input: Math.max(known?.input ?? 0, input),
        cached: Math.max(known?.cached ?? 0, cached),
        output: Math.max(known?.output ?? 0, usage.output_tokens ?? 0),
    };
}
function stopOutcome(reason) {
    if (reason == null)
        return undefined;
    if (reason === 'refusal' || reason === 'sensitive') {
        return (0,failure_table/* describeFailure */.Ic)('REFUSED', { status: undefined, message: reason });
    }
    if (reason === 'max_tokens')
        return (0,failure_table/* describeFailure */.Ic)('NO_REPLY', { status: undefined, message: reason });
    if (reason === 'model_context_window_exceeded') {
        return (0,failure_table/* describeFailure */.Ic)('CONTEXT_TOO_LONG', { status: undefined, message: reason });
    }
    return 'completed';
}
const GeminiAnswer = schemas/* looseObject */._H3({
    modelVersion: answer_facts_Name,
    usageMetadata: schemas/* looseObject */._H3({
        promptTokenCount: Count,
        toolUsePromptTokenCount: Count,
        cachedContentTokenCount: Count,
        candidatesTokenCount: Count,
        thoughtsTokenCount: Count,
    })
        .nullish()
        .catch(undefined),
    promptFeedback: schemas/* looseObject */._H3({ blockReason: answer_facts_Name }).nullish().catch(undefined),
    candidates: schemas/* array */.YOg(schemas/* looseObject */._H3({ finishReason: answer_facts_Name }))
        .nullish()
        .catch(undefined),
    error: schemas/* unknown */.L5J().optional(),
});
const GEMINI_REFUSALS = [
    'SAFETY',
    'RECITATION',
    'LANGUAGE',
    'BLOCKLIST',
    'PROHIBITED_CONTENT',
    'SPII',
];
function readGeminiPart(facts, value) {
    // A stream without alt=sse comes as one list.
    if (Array.isArray(value))
        return value.reduce(readGeminiPart, facts);
    const answer = GeminiAnswer.catch({}).parse(value);
    return {
        model: answer.modelVersion ?? facts.model,
        usage: geminiUsage(answer) ?? facts.usage,
        outcome: answer.error == null ? (geminiOutcome(answer) ?? facts.outcome) : inStream(value),
    };
}
function geminiUsage({ usageMetadata: usage }) {
    if (usage?.promptTokenCount === undefined)
        return undefined;
    return {
        input: usage.promptTokenCount + (usage.toolUsePromptTokenCount ?? 0),
        cached: usage.cachedContentTokenCount ?? 0,
        output: (usage.candidatesTokenCount ?? 0) + (usage.thoughtsTokenCount ?? 0),
    };
}
function geminiOutcome(answer) {
    const blocked = answer.promptFeedback?.blockReason;
    if (blocked !== undefined)
        return (0,failure_table/* describeFailure */.Ic)('REFUSED', { status: undefined, message: blocked });
    const reason = answer.candidates?.[0]?.finishReason;
    if (reason === undefined || reason === 'FINISH_REASON_UNSPECIFIED')
        return undefined;
    if (GEMINI_REFUSALS.includes(reason))
        return (0,failure_table/* describeFailure */.Ic)('REFUSED', { status: undefined, message: reason });
    return reason === 'STOP' ? 'completed' : (0,failure_table/* describeFailure */.Ic)('NO_REPLY', { status: undefined, message: reason });
}
function inStream(value) {
    return (0,failure_table/* toProviderFailure */.tk)({ status: undefined, ...(0,failure_table/* readProviderError */.kg)(value) });
}

// EXTERNAL MODULE: ./src/host/key-proxy/event-stream.ts
var event_stream = __webpack_require__(2864);
;// CONCATENATED MODULE: ./src/host/key-proxy/answer-scan.ts



/** An answer that is read as a whole is kept up to this; beyond it nothing is known of it. Bytes. */
const MAX_WHOLE_BYTES = 8 * 1024 * 1024;
/** Events that may hold what is looked for. Most of a stream is text, which is not even parsed. */
const WANTED = {
    responses: /"response\.(?:created|completed|done|failed|incomplete)"|"error"/,
    chat: /"finish_reason"\s*:\s*"|"usage"\s*:\s*\{|"error"/,
    messages: /"message_(?:start|delta|stop)"|"error"/,
    gemini: /\{/,
};
/** The scan for an answer of this content type. */
function scanAnswer(wire, contentType) {
    return contentType?.toLowerCase().startsWith('text/event-stream') === true ? scanStream(wire) : scanWhole(wire);
}
function scanStream(wire) {
    const read = partReader(wire);
    let facts = NOTHING_KNOWN;
    const stream = (0,event_stream/* readEventStream */.x)({
        isWanted: (line) => WANTED[wire].test(line),
        onData: (value) => {
            facts = read(facts, value);
        },
    });
    return {
        add: (chunk) => stream.add(chunk),
        finish: () => {
            stream.end();
            return facts;
        },
        facts: () => facts,
    };
}
function scanWhole(wire) {
    const chunks = [];
    let length = 0;
    return {
        add: (chunk) => {
            length += chunk.length;
            if (length <= MAX_WHOLE_BYTES)
                chunks.push(chunk);
        },
        finish: () => {
            if (length > MAX_WHOLE_BYTES)
                return NOTHING_KNOWN;
            const parsed = (0,json_body/* parseJsonBody */.Y)(Buffer.concat(chunks));
            return parsed.kind === 'json' ? partReader(wire)(NOTHING_KNOWN, parsed.value) : NOTHING_KNOWN;
        },
        facts: () => NOTHING_KNOWN,
    };
}

;// CONCATENATED MODULE: ./src/host/key-proxy/relay.ts








/** Of an error's body, enough to know its kind. Bytes. */
const MAX_ERROR_BYTES = 64 * 1024;
class BrokenOff extends Error {
    name = 'BrokenOff';
    kind;
    constructor(kind, message) {
        super(message);
        this.kind = kind;
    }
}
/** Passes status and bytes on as they come, no faster than the client reads, and looks at them on the way. */
async function relay(message, response, settings) {
    const scan = isGood(message) ? scanAnswer(settings.wire, message.headers['content-type']) : scanError(message);
    const redactor = makeKeyRedactor(settings.key);
    const watch = watchSilence(message, response, settings.idleTimeoutMs);
    let bytes = 0;
    const pass = new external_node_stream_.Transform({
        transform(chunk, _encoding, callback) {
            watch.touch();
            bytes += chunk.length;
            settings.onBytes(chunk.length);
            if (bytes > settings.maxBytes) {
                callback(new BrokenOff('too-long', `the answer is over ${settings.maxBytes} bytes`));
                return;
            }
            scan.add(chunk);
            callback(null, redactor.add(chunk));
        },
        flush: (callback) => callback(null, redactor.end()),
    });
    const cause = watchCause(message, response);
    const headers = toResponseHeaders(message.headers, (text) => redactKey(text, settings.key));
    response.writeHead(message.statusCode ?? 502, headers);
    response.flushHeaders();
    try {
        await (0,promises_.pipeline)(message, pass, response);
        return { facts: scan.finish(), broken: undefined, bytes, keyEchoes: redactor.hits() };
    }
    catch (error) {
        return { facts: scan.facts(), broken: describeBreak(error, cause()), bytes, keyEchoes: redactor.hits() };
    }
    finally {
        watch.stop();
    }
}
/** Whether the provider accepted the request. */
function isGood(message) {
    const status = message.statusCode ?? 0;
    return status >= 200 && status < 300;
}
function describeBreak(error, cause) {
    const message = error instanceof Error ? error.message : '';
    return { kind: error instanceof BrokenOff ? error.kind : cause, message };
}
/** Each side's end ends the other's: the first to end is the cause. */
function watchCause(message, response) {
    let first;
    message.once('error', () => {
        first ??= 'provider';
    });
    response.once('close', () => {
        first ??= 'client';
    });
    return () => first ?? 'provider';
}
/** A client that does not read must not be taken for a provider that does not write. */
function watchSilence(message, response, idleMs) {
    const expire = () => {
        if (response.writableNeedDrain)
            timer.refresh();
        else
            message.destroy(new BrokenOff('silent', `no byte for ${Math.round(idleMs / 1000)} s`));
    };
    const timer = setTimeout(expire, idleMs);
    return { touch: () => timer.refresh(), stop: () => clearTimeout(timer) };
}
function scanError(message) {
    const chunks = [];
    let length = 0;
    const facts = () => {
        const parsed = (0,json_body/* parseJsonBody */.Y)(Buffer.concat(chunks));
        const said = parsed.kind === 'json'
            ? (0,failure_table/* readProviderError */.kg)(parsed.value)
            : { kinds: [], message: Buffer.concat(chunks).toString('utf8').slice(0, 1000) };
        const retryAfter = message.headers['retry-after'];
        return { ...NOTHING_KNOWN, outcome: (0,failure_table/* toProviderFailure */.tk)({ status: message.statusCode, ...said, retryAfter }) };
    };
    return {
        add: (chunk) => {
            if (length < MAX_ERROR_BYTES)
                chunks.push(chunk);
            length += chunk.length;
        },
        finish: facts,
        facts,
    };
}

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./src/host/node-http.ts
var node_http = __webpack_require__(1941);
;// CONCATENATED MODULE: ./src/host/key-proxy/job-proxy.ts

/** The proxy through which the job reaches `url`: HTTPS_PROXY, HTTP_PROXY and NO_PROXY, the lower case first. */
function findJobProxy(url, env) {
    const named = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
    const value = named.map((name) => env[name]).find((text) => text !== undefined && text.trim() !== '');
    if (value === undefined || isLoopback(url.hostname) || isExcepted(url, env))
        return undefined;
    const text = value.trim();
    const proxy = URL.parse(/^https?:\/\//i.test(text) ? text : `http://${text}`);
    if (proxy !== null && proxy.hostname !== '')
        return proxy;
    throw new errors.ConfigurationError(`${named[1]} of the job is not the address of a proxy; http://host:port, with or without user:password@, is accepted.`);
}
/** Credentials of a proxy address as the header that proxies want. */
function proxyAuthorization(proxy) {
    if (proxy.username === '')
        return {};
    const pair = `${decode(proxy.username)}:${decode(proxy.password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
/** A percent sign that starts no escape is one of the password. */
function decode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** As the runner's own client decides it: what runs on this machine is never behind a proxy. */
function isLoopback(host) {
    return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
/** `*`, a name with all its subdomains, with or without a leading dot, or either with a port. */
function isExcepted(url, env) {
    const list = [env['no_proxy'], env['NO_PROXY']].find((text) => text !== undefined && text !== '') ?? '';
    const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
    return list
        .toLowerCase()
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
        .some((entry) => {
        if (entry === '*')
            return true;
        const [, name = entry, entryPort = port] = /^(.{1,255}):(\d{1,5})$/.exec(entry) ?? [];
        const suffix = name.replace(/^\*?\./, '');
        return entryPort === port && (url.hostname === suffix || url.hostname.endsWith(`.${suffix}`));
    });
}

;// CONCATENATED MODULE: ./src/host/key-proxy/upstream.ts






/** Why no answer came. */
class UpstreamError extends Error {
    name = 'UpstreamError';
    kind;
    constructor(kind, message, options) {
        super(message, options);
        this.kind = kind;
    }
}
/** What a proxy that does not answer may take. Milliseconds. */
const PROXY_TIMEOUT_MS = 30_000;
const ErrorDetails = schemas/* looseObject */._H3({ message: schemas/* string */.YjP().optional(), code: schemas/* string */.YjP().optional() }).catch({});
/**
 * Keeps connections open between requests. The way through a proxy is our own: the client of the Actions toolkit reads
 * the variables of the process and not the ones it is given, holds a body as one string, and cannot be interrupted while
 * it connects.
 */
function connectUpstream(base, settings) {
    const proxy = findJobProxy(base, settings.env);
    // Said in so many words: NODE_TLS_REJECT_UNAUTHORIZED of the job must not count.
    const tls = {
        rejectUnauthorized: true,
        ...(settings.certificateAuthority === undefined ? {} : { ca: settings.certificateAuthority }),
    };
    const isSecure = base.protocol === 'https:';
    const agent = isSecure ? new external_node_https_.Agent({ keepAlive: true, ...tls }) : new node_http/* Agent */.g6({ keepAlive: true });
    if (isSecure && proxy !== undefined) {
        agent.createConnection = (_options, callback) => {
            openTunnel(proxy, base, tls).then((socket) => callback?.(null, socket), 
            // The type wants a stream along with the error; nobody looks at it.
            (error) => callback?.(error, new external_node_stream_.PassThrough()));
            return undefined;
        };
    }
    return {
        post: (url, request) => {
            if (isSecure)
                return send(external_node_https_.request, { ...toTarget(url), agent }, request);
            if (proxy === undefined)
                return send(node_http/* request */.Em, { ...toTarget(url), agent }, request);
            return send(proxy.protocol === 'https:' ? external_node_https_.request : node_http/* request */.Em, throughProxy(proxy, url), request);
        },
        close: () => agent.destroy(),
    };
}
function toTarget(url) {
    return { protocol: url.protocol, hostname: bare(url.hostname), port: url.port, path: url.pathname + url.search };
}
/** An unencrypted provider: the proxy is asked for the whole address. */
function throughProxy(proxy, url) {
    const headers = { host: url.host, ...proxyAuthorization(proxy) };
    return { protocol: proxy.protocol, hostname: bare(proxy.hostname), port: proxy.port, path: url.href, headers };
}
function send(request, target, { headers, body, headersTimeoutMs, signal }) {
    return new Promise((resolve, reject) => {
        let connected = false;
        const outgoing = request({
            ...target,
            method: 'POST',
            headers: { ...target.headers, ...headers, 'content-length': body.length },
            signal,
        });
        const timer = setTimeout(() => {
            outgoing.destroy(new UpstreamError('silent', `no answer for ${Math.round(headersTimeoutMs / 1000)} s`));
        }, headersTimeoutMs);
        outgoing.on('socket', (socket) => {
            connected = outgoing.reusedSocket;
            if (connected)
                return;
            socket.once(target.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
                connected = true;
            });
        });
        outgoing.on('close', () => clearTimeout(timer));
        outgoing.on('error', (error) => reject(toUpstreamError(error, connected ? 'broken' : 'unreachable')));
        outgoing.on('response', (message) => {
            clearTimeout(timer);
            resolve(message);
        });
        outgoing.end(body);
    });
}
/** A connection to the provider through CONNECT, encrypted from end to end. */
function openTunnel(proxy, base, tls) {
    const host = bare(base.hostname);
    const authority = `${base.hostname}:${base.port === '' ? '443' : base.port}`;
    const request = proxy.protocol === 'https:' ? external_node_https_.request : node_http/* request */.Em;
    return new Promise((resolve, reject) => {
        const asking = request({
            method: 'CONNECT',
            hostname: bare(proxy.hostname),
            port: proxy.port,
            path: authority,
            headers: { host: authority, ...proxyAuthorization(proxy) },
            agent: false,
            timeout: PROXY_TIMEOUT_MS,
        });
        asking.on('timeout', () => asking.destroy(new Error("the job's proxy does not answer")));
        asking.on('error', reject);
        asking.on('response', (answer) => refuse(answer));
        asking.on('connect', (answer, socket) => {
            if (answer.statusCode !== 200)
                return refuse(answer);
            socket.setTimeout(0);
            const secured = (0,external_node_tls_.connect)({ socket, ...(isAddress(host) ? {} : { servername: host }), host, ...tls });
            secured.once('secureConnect', () => resolve(secured));
            secured.once('error', reject);
        });
        const refuse = (answer) => {
            asking.destroy();
            reject(new Error(`the job's proxy answers CONNECT with HTTP status ${answer.statusCode ?? 'unknown'}`));
        };
        asking.end();
    });
}
function toUpstreamError(error, kind) {
    if (error instanceof UpstreamError)
        return error;
    // Of an AggregateError (both address families refused) only the code says something.
    const { message, code } = ErrorDetails.parse(error);
    return new UpstreamError(kind, [message, code].filter((text) => text !== undefined && text !== '').join(', '), {
        cause: error,
    });
}
function bare(hostname) {
    return hostname.replace(/^\[|\]$/g, '');
}
function isAddress(host) {
    return /^[\d.]+$/.test(host) || host.includes(':');
}

;// CONCATENATED MODULE: ./src/host/key-proxy/exchange.ts










/** Takes one request of the reviewer to its end. */
async function exchange(request, response, context) {
    const decision = await admit(request, context.admission);
    if (decision.kind === 'refused') {
        request.resume();
        context.onRefused(decision);
        answerLocally(response, context.wire, decision.answer);
        return;
    }
    context.ledger.countRequest(decision.bytes.length);
    context.sent.add(decision.body);
    const aborted = abortOnLeave(response, context.signal);
    try {
        const message = await ask(request, decision, { ...context, signal: aborted });
        await passOn(message, response, { admitted: decision, context });
    }
    catch (error) {
        if (!(error instanceof UpstreamError))
            throw error;
        failUnanswered(error, response, { admitted: decision, context });
    }
    finally {
        // Whatever was not charged on the way, a bug of ours included, is charged as if it had been answered shortly.
        decision.reservation.settle({ input: decision.inputEstimate, output: 0 });
    }
}
function ask(request, admitted, context) {
    const { wire, endpoint, limits, signal } = context;
    const url = upstreamUrl(endpoint.baseUrl, admitted.route);
    const headers = {
        ...toRequestHeaders(wire, request.headers),
        ...credentialHeaders(wire, { host: url.hostname, key: endpoint.key }),
    };
    return context.upstream.post(url, {
        headers,
        body: admitted.bytes,
        headersTimeoutMs: limits.headersTimeoutMs,
        signal,
    });
}
async function passOn(message, response, going) {
    const { context, admitted } = going;
    const unfit = findUnfit(message);
    if (unfit !== undefined) {
        message.destroy();
        admitted.reservation.release();
        const failure = (0,failure_table/* describeFailure */.Ic)('CONNECTION', { status: message.statusCode, message: unfit });
        note(failure, going);
        answerLocally(response, context.wire, { status: 502, message: unfit });
        return;
    }
    const relayed = await relay(message, response, {
        wire: context.wire,
        key: context.endpoint.key,
        idleTimeoutMs: context.limits.idleTimeoutMs,
        maxBytes: context.limits.maxAnswerBytes,
        onBytes: context.ledger.countReceived,
    });
    if (relayed.keyEchoes > 0)
        context.onKeyEcho();
    charge(relayed, message, going);
    conclude(relayed, message, going);
    context.onExchange({ status: message.statusCode, sent: admitted.bytes.length, received: relayed.bytes });
}
/** Answers that are not passed on at all. */
function findUnfit(message) {
    const status = message.statusCode ?? 0;
    if (status >= 300 && status < 400) {
        return `The endpoint redirects (HTTP status ${status}), which is not followed; give its final address as base URL`;
    }
    const encoding = message.headers['content-encoding'] ?? 'identity';
    return encoding === 'identity' ? undefined : 'The endpoint compresses its answer although it was told not to';
}
/** A stream wraps every token in an event of many bytes, so this errs on the safe side. */
const BYTES_PER_OUTPUT_TOKEN = 3;
function charge(relayed, message, { admitted }) {
    const { reservation, inputEstimate } = admitted;
    const { usage } = relayed.facts;
    const written = Math.ceil(relayed.bytes / BYTES_PER_OUTPUT_TOKEN);
    if (usage !== undefined)
        reservation.settle(usage);
    else if (!isGood(message))
        reservation.release();
    else
        reservation.settle({ input: inputEstimate, output: Math.min(reservation.output, written) });
}
function conclude(relayed, message, going) {
    const { ledger, signal } = going.context;
    if (going.admitted.route.kind === 'count')
        return;
    ledger.addAnswer(relayed.facts);
    const { outcome } = relayed.facts;
    if (outcome === 'completed')
        ledger.setFailure(undefined);
    else if (outcome !== 'open')
        note(outcome, going);
    else if (signal.aborted)
        note(timeIsOver(), going);
    else if (relayed.broken?.kind !== 'client')
        note(exchange_describeBreak(relayed.broken, message.statusCode), going);
}
function exchange_describeBreak(broken, status) {
    const codes = { silent: 'STALLED', 'too-long': 'NO_REPLY', client: 'CONNECTION', provider: 'CONNECTION' };
    const message = broken?.message ?? 'the answer ended before it was complete';
    return (0,failure_table/* describeFailure */.Ic)(broken === undefined ? 'CONNECTION' : codes[broken.kind], { status, message });
}
/** No answer came: where nothing was reached the client is told so, else its connection breaks like ours did. */
function failUnanswered(error, response, going) {
    const { context, admitted } = going;
    if (error.kind === 'unreachable')
        admitted.reservation.release();
    if (context.signal.aborted)
        note(timeIsOver(), going);
    else if (!response.destroyed) {
        const code = error.kind === 'silent' ? 'STALLED' : 'CONNECTION';
        note((0,failure_table/* describeFailure */.Ic)(code, { status: undefined, message: error.message }), going);
    }
    context.onExchange({ status: undefined, sent: admitted.bytes.length, received: 0 });
    if (error.kind === 'broken') {
        response.destroy();
        return;
    }
    const message = redactKey(`The provider could not be reached: ${error.message}`, context.endpoint.key);
    answerLocally(response, context.wire, { status: error.kind === 'silent' ? 504 : 502, message });
}
function note(failure, { admitted, context }) {
    if (admitted.route.kind === 'count' || context.isClosing())
        return;
    context.ledger.setFailure({ ...failure, message: redactKey(failure.message, context.endpoint.key) });
}
function timeIsOver() {
    return (0,failure_table/* describeFailure */.Ic)('TIMED_OUT', { status: undefined, message: '' });
}
/** The provider is not asked on for a client that has gone. */
function abortOnLeave(response, signal) {
    const left = new AbortController();
    const controller = (0,abort/* whenAnyAborts */.S)([signal], left.signal);
    response.on('close', () => {
        left.abort();
        // After a whole answer the connection is kept for the next request.
        if (!response.writableFinished)
            controller.abort();
    });
    return controller.signal;
}

;// CONCATENATED MODULE: ./src/host/key-proxy/ledger.ts
/** Names of models that are kept; a provider answers with one or two. */
const MAX_MODELS = 20;
/** An empty ledger for one host. */
function makeLedger(host) {
    const traffic = { requests: 0, refused: 0, bytesSent: 0, bytesReceived: 0 };
    const usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
    const models = new Set();
    let failure;
    return {
        countRefused: () => {
            traffic.refused += 1;
        },
        countRequest: (bytes) => {
            traffic.requests += 1;
            traffic.bytesSent += bytes;
        },
        countReceived: (bytes) => {
            traffic.bytesReceived += bytes;
        },
        addAnswer: (facts) => {
            usage.inputTokens += facts.usage?.input ?? 0;
            usage.cachedInputTokens += facts.usage?.cached ?? 0;
            usage.outputTokens += facts.usage?.output ?? 0;
            if (facts.model !== undefined && models.size < MAX_MODELS)
                models.add(facts.model);
        },
        setFailure: (value) => {
            failure = value;
        },
        failure: () => failure,
        usage: () => ({ ...usage, requests: traffic.requests }),
        traffic: () => ({ host, ...traffic }),
        models: () => [...models],
    };
}

// EXTERNAL MODULE: ./src/diff/invisible.ts
var invisible = __webpack_require__(4784);
;// CONCATENATED MODULE: ./src/host/key-proxy/sent-text.ts

/** A shorter line occurs everywhere. */
const MIN_LINE_LENGTH = 12;
/** More of a line tells nothing more. */
const MAX_LINE_LENGTH = 2_000;
/** About 40 bytes of memory each; a review sends some ten thousand. */
const MAX_LINES = 1_000_000;
const MAX_TEXTS = 100_000;
/** A line in more files than this says nothing about any of them. */
const MAX_SHARED_BY = 3;
/** Lines that are compared with what was sent, over all files. */
const MAX_COMPARED = 5_000_000;
/** An empty memory; `limits` are for tests. */
function makeSentText(limits = { lines: MAX_LINES }) {
    const lines = new Set();
    // A conversation is sent again with each turn: a string is looked at once.
    const texts = new Set();
    let complete = true;
    const addLine = (line) => {
        if (line.length < MIN_LINE_LENGTH)
            return;
        if (lines.size >= limits.lines)
            complete = false;
        else
            lines.add(hash(line));
    };
    const addText = (text) => {
        if (text.length < MIN_LINE_LENGTH)
            return;
        const seen = hash(text);
        if (texts.has(seen))
            return;
        if (texts.size < MAX_TEXTS)
            texts.add(seen);
        for (const line of linesOf(text)) {
            if (!complete)
                return;
            for (const form of formsOf(line))
                addLine(form);
        }
    };
    return {
        add: (body) => visitStrings(body, addText),
        has: (line) => ownForms(line).some((form) => lines.has(hash(form))),
        complete: () => complete,
    };
}
/**
 * The files of which a line was sent that no other file has. A line that two or three files share counts for all of
 * them where none of them is known to have been sent anyway.
 */
async function sentFiles(sent, files) {
    const owners = new Map();
    let compared = 0;
    for await (const { path, lines } of files) {
        for (const line of lines) {
            compared += 1;
            if (compared > MAX_COMPARED)
                return { files: filesOf(owners), complete: false };
            if (sent.has(line))
                addOwner(owners, { line: toKey(line), path });
        }
    }
    return { files: filesOf(owners), complete: sent.complete() };
}
function addOwner(owners, { line, path }) {
    const known = owners.get(line) ?? [];
    if (known.length > MAX_SHARED_BY || known.at(-1) === path)
        return;
    known.push(path);
    owners.set(line, known);
}
function filesOf(owners) {
    const lines = [...owners.values()].filter((paths) => paths.length <= MAX_SHARED_BY);
    const certain = new Set(lines.filter((paths) => paths.length === 1).flat());
    const shared = lines.filter((paths) => !paths.some((path) => certain.has(path)));
    return [...new Set([...certain, ...shared.flat()])].sort();
}
/** Trimmed, and a long line by its start. */
function toKey(line) {
    return line.trim().slice(0, MAX_LINE_LENGTH);
}
/** What a line of a file looks like when it is sent: as it is, or as the diff shows it. */
function ownForms(line) {
    const text = toKey(line);
    if (text.length < MIN_LINE_LENGTH)
        return [];
    const shown = (0,invisible/* showInvisible */.j)(text);
    return shown === text ? [text] : [text, toKey(shown)];
}
/** Number columns of the diff, of `cat -n`, `grep -n` and `nl`, and of Claude Code's Read; then the mark after them. */
const NUMBERS = /^[ \t]{0,20}\d{1,9}(?:[ \t]{1,20}\d{1,9})?(?=\D|$)/;
const NUMBERS_AND_MARK = /^[ \t]{0,20}\d{1,9}(?:[ \t]{1,20}\d{1,9})?[ \t]{0,20}[:|→-]/;
const FILE_AND_NUMBER = /^[^\s:]{1,500}[:-](?:\d{1,9}[:-])?/;
const CONTEXT_OF_GREP = /^\S{1,500}?-\d{1,9}-/;
const SIGN = /^[ \t]{0,20}[+-]/;
/** What a sent line may have been in its file: without what a diff or a tool puts in front. */
function formsOf(line) {
    const text = line.trim().slice(0, MAX_LINE_LENGTH + 500);
    const plain = text.replace(NUMBERS, '');
    const marked = [NUMBERS_AND_MARK, FILE_AND_NUMBER, CONTEXT_OF_GREP].map((prefix) => text.replace(prefix, ''));
    const unsigned = [text, plain].map((form) => form.replace(SIGN, ''));
    return [...new Set([text, plain, ...marked, ...unsigned].map(toKey))];
}
/** Output of a command may itself be JSON inside a string: Codex's code mode hands it on so. */
function* linesOf(text) {
    for (const line of text.split(/\r\n|[\n\r]/)) {
        yield line;
        if (!line.includes('\\'))
            continue;
        for (const inner of resolveEscapes(line).split(/\r\n|[\n\r]/))
            yield inner;
    }
}
const ESCAPES = { n: '\n', r: '\r', t: '\t' };
function resolveEscapes(line) {
    return line.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code, character) => code === undefined
        ? (ESCAPES[character ?? ''] ?? character ?? '')
        : String.fromCharCode(Number.parseInt(code, 16)));
}
/** The body was parsed from JSON whose depth is limited. */
function visitStrings(value, visit) {
    if (typeof value === 'string')
        visit(value);
    else if (Array.isArray(value))
        for (const item of value)
            visitStrings(item, visit);
    else if (typeof value === 'object' && value !== null)
        for (const item of Object.values(value))
            visitStrings(item, visit);
}
/** Two lanes of multiply and mix, 53 bits together: ten times as fast as a digest, and nothing secret depends on it. */
function hash(text) {
    const { imul } = Math;
    let low = 0x9e3779b9;
    let high = 0x85ebca6b;
    for (let index = 0; index < text.length; index += 1) {
        const unit = text.charCodeAt(index);
        low = imul(low ^ unit, 0x01000193);
        high = imul(high ^ unit, 0x5bd1e995);
        high ^= high >>> 15;
    }
    low = imul(low ^ (low >>> 16) ^ high, 0xc2b2ae35);
    return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
}

;// CONCATENATED MODULE: ./src/host/key-proxy.ts









/** Of a reviewer that is asked about one part of a change. */
const MAX_REQUESTS = 500;
const DEFAULT_LIMITS = {
    // A model that thinks before it streams has been seen to take minutes.
    headersTimeoutMs: 300_000,
    idleTimeoutMs: 300_000,
    // What the providers accept at most.
    maxBodyBytes: 32 * 1024 * 1024,
    maxAnswerBytes: 64 * 1024 * 1024,
    maxRequests: MAX_REQUESTS,
    maxOpen: 8,
};
/** Milliseconds from the break of an exchange, which the client may see first, until it has been noted. */
const SETTLE_MS = 2_000;
/** A longer path cannot be bound. Bytes, of sockaddr_un on macOS, the shortest. */
const MAX_SOCKET_PATH = 103;
const MODEL_IN_PATH = /^[A-Za-z0-9._-]{1,200}$/;
/** Starts the key proxy of one reviewer. Throws ConfigurationError for a base URL or a model that cannot be asked. */
async function startKeyProxy(options) {
    const base = readBaseUrl(options.upstream.baseUrl);
    requireFitModel(options);
    const placeholder = makePlaceholder(options.wire);
    const ledger = makeLedger(base.host);
    const sent = options.sent ?? makeSentText();
    const closing = new AbortController();
    const upstream = connectUpstream(base, options);
    const context = makeContext(options, { ledger, sent, placeholder, upstream, closing: closing.signal });
    const exchanges = new Exchanges();
    const server = makeServer(context, options, exchanges);
    await listen(server, options.listen);
    const origin = originOf(server);
    return {
        endpointAt: (at) => ({ baseUrl: isOpenAiFormat(options.wire) ? `${at}/v1` : at, key: placeholder }),
        origin,
        settled: () => exchanges.settled(),
        failure: ledger.failure,
        usage: ledger.usage,
        traffic: ledger.traffic,
        models: ledger.models,
        sent,
        close: async () => {
            closing.abort();
            await key_proxy_close(server);
            upstream.close();
            options.log.debug(describeTraffic(ledger));
        },
    };
}
/** A base URL of OpenAI's formats ends in /v1 itself. */
function isOpenAiFormat(wire) {
    return wire === 'responses' || wire === 'chat';
}
function makeContext(options, parts) {
    const limits = { ...DEFAULT_LIMITS, ...options.limits };
    const warnOnce = makeWarnOnce(options.log);
    return {
        admission: {
            wire: options.wire,
            model: options.model,
            placeholder: parts.placeholder,
            budget: options.budget,
            maxBodyBytes: limits.maxBodyBytes,
        },
        wire: options.wire,
        endpoint: options.upstream,
        upstream: parts.upstream,
        ledger: parts.ledger,
        sent: parts.sent,
        limits,
        signal: (0,abort/* whenAnyAborts */.S)([options.signal, parts.closing]).signal,
        isClosing: () => parts.closing.aborted && !options.signal.aborted,
        onRefused: (refused) => {
            parts.ledger.countRefused();
            if (refused.failure !== undefined)
                parts.ledger.setFailure(refused.failure);
            warnOnce(refused.reason, refusalText(refused));
        },
        onExchange: ({ status, sent, received }) => options.log.debug(`Key proxy: status ${status ?? 'none'}, ${sent} bytes sent, ${received} bytes received`),
        onKeyEcho: () => warnOnce('key-echo', 'Key proxy: secret echoed: the provider repeated its key, which was taken out'),
    };
}
/** What is foreign in a refusal is not logged. */
function refusalText({ reason, answer }) {
    if (reason === 'budget')
        return `Key proxy: ${answer.message}`;
    return `Key proxy: refused a request of the reviewer because of its ${reason}`;
}
/** A reviewer that asks in a loop must not fill the log. */
function makeWarnOnce(log) {
    const said = new Set();
    return (kind, text) => {
        if (said.has(kind))
            return;
        said.add(kind);
        log.warning(text);
    };
}
/** What is under way at the proxy. */
class Exchanges {
    #open = new Set();
    get size() {
        return this.#open.size;
    }
    add(exchanging) {
        const ended = exchanging.finally(() => void this.#open.delete(ended));
        this.#open.add(ended);
    }
    /** Once all of it has been noted; not for long, as whoever asks is done with its requests. */
    async settled() {
        let timer;
        const longest = new Promise((resolve) => {
            timer = setTimeout(resolve, SETTLE_MS);
        });
        await Promise.race([Promise.allSettled(this.#open), longest]);
        clearTimeout(timer);
    }
}
function makeServer(context, { signal }, exchanges) {
    const server = (0,node_http/* createServer */.sA)({ requireHostHeader: true, insecureHTTPParser: false, maxHeaderSize: 16 * 1024 });
    server.requestTimeout = 60_000;
    server.headersTimeout = 20_000;
    // A client that finds its connection closed between two turns would take that for a failure.
    server.keepAliveTimeout = 600_000;
    server.maxConnections = 64;
    server.on('request', (request, response) => {
        const busy = findObstacle(context, { open: exchanges.size, isOver: signal.aborted });
        if (busy !== undefined) {
            refuseAtOnce(request, response, { context, refused: busy });
            return;
        }
        // A broken request, or a bug of ours: never a crash of the action, never an answer.
        exchanges.add(exchange(request, response, context).catch(() => void response.destroy()));
    });
    refuseEverythingElse(server, context);
    return server;
}
function refuseAtOnce(request, response, { context, refused }) {
    request.resume();
    context.onRefused(refused);
    answerLocally(response, context.wire, refused.answer);
}
/** Why no further request is taken, whatever it is. */
function findObstacle({ ledger, limits }, { open, isOver }) {
    if (isOver)
        return obstacle(503, 'The time of the run is over');
    if (open >= limits.maxOpen)
        return obstacle(503, `The key proxy takes ${limits.maxOpen} requests at a time`);
    const { requests } = ledger.traffic();
    if (requests < limits.maxRequests)
        return undefined;
    const message = `budget-exhausted: the reviewer made ${requests} requests, which is the most in a run`;
    return {
        kind: 'refused',
        reason: 'budget',
        answer: { status: 429, message },
        failure: { code: 'BUDGET', status: 429, message },
    };
}
function obstacle(status, message) {
    return { kind: 'refused', reason: 'form', answer: { status, message }, failure: undefined };
}
const GONE = new Set(['EPIPE', 'ECONNRESET', 'HPE_INVALID_EOF_STATE']);
/** CONNECT, Upgrade, Expect and what is no HTTP at all. */
function refuseEverythingElse(server, context) {
    const refuse = (socket, status) => {
        context.onRefused(obstacle(400, status));
        if (socket.writable)
            socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
        else
            socket.destroy();
    };
    server.on('connect', (_request, socket) => refuse(socket, '405 Method Not Allowed'));
    server.on('upgrade', (_request, socket) => refuse(socket, '400 Bad Request'));
    server.on('clientError', (error, socket) => {
        // A client that is gone has asked for nothing: the CLIs close their connections in the middle of things.
        if ('code' in error && GONE.has(error.code))
            socket.destroy();
        else
            refuse(socket, '400 Bad Request');
    });
    const refuseExpectation = (request, response) => refuseAtOnce(request, response, { context, refused: obstacle(417, 'Expect is not served') });
    server.on('checkContinue', refuseExpectation);
    server.on('checkExpectation', refuseExpectation);
}
function readBaseUrl(text) {
    const url = URL.parse(text);
    if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '')
        return url;
    throw new errors.ConfigurationError('The base URL of the reviewer is not an address; an absolute http:// or https:// URL is accepted.');
}
function requireFitModel({ wire, model }) {
    if (wire !== 'gemini' || MODEL_IN_PATH.test(model))
        return;
    throw new errors.ConfigurationError(`reviewers: the model ${JSON.stringify(model.slice(0, 100))} cannot be part of an address; letters, digits, dots, hyphens and underscores are accepted.`);
}
function listen(server, where) {
    if (where.kind === 'socket' && Buffer.byteLength(where.path) > MAX_SOCKET_PATH) {
        throw new Error(`The path of the key proxy's socket is over ${MAX_SOCKET_PATH} bytes: ${where.path}`);
    }
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.once('listening', resolve);
        // Whoever reaches the directory may connect; the placeholder decides then.
        if (where.kind === 'socket')
            server.listen({ path: where.path, readableAll: true, writableAll: true });
        else
            server.listen(0, '127.0.0.1');
    });
}
function originOf(server) {
    const address = server.address();
    return address === null || typeof address === 'string' ? undefined : `http://127.0.0.1:${address.port}`;
}
function key_proxy_close(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
    });
}
function describeTraffic(ledger) {
    const { host, requests, refused, bytesSent, bytesReceived } = ledger.traffic();
    const { inputTokens, cachedInputTokens, outputTokens } = ledger.usage();
    return `Key proxy: ${host}: ${requests} requests, ${refused} refused, ${bytesSent} bytes sent, ${bytesReceived} bytes received, ${inputTokens} tokens in (${cachedInputTokens} cached), ${outputTokens} out`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/host/snapshot-lines.ts


/** More is not compared with what was sent. Bytes. */
const MAX_BYTES = 256 * 1024 * 1024;
/** The event loop gets a turn after so many files or bytes: reading at once takes a fifth of the time of asking for each. */
const FILES_PER_TURN = 500;
const BYTES_PER_TURN = 4 * 1024 * 1024;
/** Not through a link that somebody put there meanwhile, and not waiting for a pipe. Windows knows no such flags. */
const FLAGS = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
/** Reads the snapshot, which holds no links, file by file up to a cap in all. */
function readSnapshotLines(directory, maxBytes = MAX_BYTES) {
    let left = maxBytes;
    async function* read() {
        const turn = makeTurns();
        for (const path of walk(directory, '')) {
            const file = (0,external_node_path_.join)(directory, path);
            const { size } = (0,external_node_fs_.statSync)(file);
            left -= size;
            if (left < 0)
                return;
            await turn(size);
            yield { path, lines: (0,external_node_fs_.readFileSync)(file, { encoding: 'utf8', flag: FLAGS }).split('\n') };
        }
    }
    return { files: read(), complete: () => left >= 0 };
}
function makeTurns() {
    let files = 0;
    let bytes = 0;
    return (size) => {
        files += 1;
        bytes += size;
        if (files < FILES_PER_TURN && bytes < BYTES_PER_TURN)
            return undefined;
        files = 0;
        bytes = 0;
        return new Promise((resolve) => setImmediate(resolve));
    };
}
function* walk(root, below) {
    for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, below), { withFileTypes: true })) {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory())
            yield* walk(root, path);
        else if (entry.isFile())
            yield path;
    }
}

;// CONCATENATED MODULE: ./src/host/outbox.ts


const outboxes = new WeakMap();
/** The outbox of a review: cells that are opened by one and the same request share it. */
function outboxOf(request) {
    const outbox = outboxes.get(request) ?? makeOutbox();
    outboxes.set(request, outbox);
    return outbox;
}
function makeOutbox() {
    const sent = makeSentText();
    let open = 0;
    const enter = () => {
        let compared;
        open += 1;
        return (snapshot) => {
            if (compared !== undefined)
                return compared;
            open -= 1;
            compared = open === 0 ? compare(sent, snapshot) : Promise.resolve({ files: [], complete: true });
            return compared;
        };
    };
    return { sent, enter };
}
async function compare(sent, directory) {
    const snapshot = readSnapshotLines(directory);
    const { files, complete } = await sentFiles(sent, snapshot.files);
    return { files, complete: complete && snapshot.complete() };
}

// EXTERNAL MODULE: ./src/host/run-command.ts + 1 modules
var run_command = __webpack_require__(3626);
;// CONCATENATED MODULE: ./src/host/run-directly.ts


/** Runs the command without a sandbox, as another user where we can. Only with isolation: none. */
async function runDirectly(command, identity) {
    const handOver = (path) => {
        if (identity !== undefined)
            (0,external_node_fs_.chownSync)(path, identity.uid, identity.gid);
    };
    for (const directory of command.privateDirectories) {
        (0,external_node_fs_.mkdirSync)(directory, { recursive: true, mode: 0o755 });
        handOver(directory);
    }
    for (const file of command.writableFiles) {
        (0,external_node_fs_.writeFileSync)(file, '', { mode: 0o644 });
        handOver(file);
    }
    return (0,run_command/* runCommand */.d)(command, { identity });
}

;// CONCATENATED MODULE: ./src/host/cell.ts





/**
 * Makes a reviewer's place to work: the key proxy, and around a CLI the sandbox that `isolation` demands. A reviewer
 * without a CLI is a part of this program and runs nothing, so that there is nothing to confine.
 */
async function openCell(request, options) {
    if (request.reviewer.tool === undefined)
        return openInProcess(request, options);
    if (request.isolation === 'off')
        return openBare(request, options);
    try {
        return await openConfined(request, options);
    }
    catch (error) {
        const mayGoOn = request.isolation === 'optional' && error instanceof errors/* ReviewerError */.Qh && error.code === 'SANDBOX_UNAVAILABLE';
        if (!mayGoOn)
            throw error;
        options.log.warning(`isolation: none. ${error.message}`);
        return openBare(request, options);
    }
}
async function openInProcess(request, options) {
    const { directory } = options;
    const proxy = await startProxy(request, options, { kind: 'tcp' });
    return toCell(proxy, { request, directory }, {
        level: 'in-process',
        preflight: [],
        endpoint: proxy.endpointAt(proxy.origin ?? ''),
        run: () => Promise.reject(new Error(`The reviewer ${request.reviewer.id} has no CLI and may run no command`)),
    });
}
async function openConfined(request, options) {
    (0,isolation/* requireSandboxPlatform */.W)(process.platform);
    const { directory } = options;
    const socket = directory.makeSocketPath();
    const proxy = await startProxy(request, options, { kind: 'socket', path: socket });
    try {
        const sandbox = await (0,isolation/* openSandbox */.E)(toSandboxOptions(request, options, socket));
        options.log.info(`Isolation: ${sandbox.level} (${sandbox.name}), ${sandbox.preflight.length} checks from inside.`);
        return toCell(proxy, { request, directory }, {
            level: sandbox.level,
            preflight: sandbox.preflight,
            endpoint: proxy.endpointAt(sandbox.origin),
            run: (command) => sandbox.run(command),
        });
    }
    catch (error) {
        await proxy.close();
        throw error;
    }
}
function toSandboxOptions(request, options, socket) {
    const { directory } = options;
    return {
        platform: process.platform,
        isRoot: process.getuid?.() === 0,
        uid: directory.sandboxUser,
        socket,
        trialSocket: directory.makeSocketPath(),
        snapshot: directory.snapshot,
        readOnly: [directory.snapshot],
        programs: request.tool === undefined ? [] : [request.tool.executable],
        ...(request.tool === undefined ? {} : { readOnly: [directory.snapshot, request.tool.directory] }),
        canaryFiles: options.canaryFiles,
        secretPlaces: options.secretPlaces,
        orders: directory.makeScratch(),
        signal: request.signal,
        bundledBubblewrap: options.bundledBubblewrap,
    };
}
async function openBare(request, options) {
    const { directory } = options;
    const proxy = await startProxy(request, options, { kind: 'tcp' });
    return toCell(proxy, { request, directory }, {
        level: 'none',
        preflight: [],
        endpoint: proxy.endpointAt(proxy.origin ?? ''),
        run: (command) => runDirectly(command, directory.identity),
    });
}
function startProxy(request, options, listen) {
    const { reviewer, model, budget, signal } = request;
    const { upstream, env, log } = options;
    const { sent } = outboxOf(request);
    const limits = { maxRequests: MAX_REQUESTS * (request.parts ?? 1) };
    return startKeyProxy({ wire: reviewer.wire, upstream, model, budget, listen, env, signal, log, sent, limits });
}
function toCell(proxy, { request, directory }, walls) {
    const leave = outboxOf(request).enter();
    return {
        ...walls,
        makeScratch: () => directory.makeScratch(),
        settled: () => proxy.settled(),
        failure: () => proxy.failure(),
        usage: () => proxy.usage(),
        egress: async () => {
            const { files, complete } = await leave(directory.snapshot);
            return { traffic: proxy.traffic(), files, filesComplete: complete };
        },
        close: () => proxy.close(),
    };
}


/***/ })

};
