export const id = 916;
export const ids = [916];
export const modules = {

/***/ 3916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ConfigurationError: () => (/* binding */ ConfigurationError),
/* harmony export */   Qh: () => (/* binding */ ReviewerError),
/* harmony export */   XS: () => (/* binding */ GitError),
/* harmony export */   o$: () => (/* binding */ providerOutages),
/* harmony export */   wE: () => (/* binding */ reviewerErrorCodes),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/** The user must act: the message names the input, what was wrong and what is accepted. */
class ConfigurationError extends Error {
    name = 'ConfigurationError';
}
const reviewerErrorCodes = [
    'NO_CREDENTIAL',
    'INSTALL_FAILED',
    'INTEGRITY',
    'SANDBOX_UNAVAILABLE',
    'UNAUTHENTICATED',
    'QUOTA',
    'RATE_LIMITED',
    'OVERLOADED',
    'MODEL_NOT_FOUND',
    'CONTEXT_TOO_LONG',
    'TIMED_OUT',
    'STALLED',
    'CONNECTION',
    'EXITED',
    'NO_REPLY',
    'REPLY_NOT_JSON',
    'REPLY_NOT_FINDINGS',
    'REFUSED',
    'NOTHING_READ',
    'BUDGET',
];
/** The provider's or the network's doing, which `warn-on-outage` lets pass: a pull request must not be able to provoke it. */
const providerOutages = new Set([
    'QUOTA',
    'RATE_LIMITED',
    'OVERLOADED',
    'CONNECTION',
]);
/** A provider or a CLI failed. Caught once, in review/run.ts, and made a value there. */
class ReviewerError extends Error {
    name = 'ReviewerError';
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/** git ran and said no. `message` holds the end of its standard error, on one line. */
class GitError extends Error {
    name = 'GitError';
}
/** A request to GitHub failed. `message` is one line for people; `status` is undefined where no answer came. */
class GitHubError extends Error {
    name = 'GitHubError';
    kind;
    status;
    constructor(kind, message, options = {}) {
        super(message, options);
        this.kind = kind;
        this.status = options.status;
    }
}


/***/ })

};
