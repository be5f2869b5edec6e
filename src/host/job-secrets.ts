/** Names under which jobs keep secrets, ours and those of other steps. */
const SECRET_NAME = /[-_](?:KEY|TOKEN|SECRET|PASSWORD|CREDENTIALS?)$/i
/** Shorter values of other steps are words like `true`, and redacting them would garble everything. */
const MIN_FOREIGN_SECRET = 16
const MIN_OWN_SECRET = 4

/** The values of the environment that must not be shown anywhere. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(env)
    .filter(([name]) => SECRET_NAME.test(name))
    .map(([name, value]) => ({ value: value?.trim() ?? '', own: name.startsWith('INPUT_') }))
    .filter(({ value, own }) => value.length >= (own ? MIN_OWN_SECRET : MIN_FOREIGN_SECRET))
    .map(({ value }) => value)
}
