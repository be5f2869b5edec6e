/**
 * Runs "$@" until it ends or until standard input does. Our end of that pipe closes when we do, however we end, also by
 * SIGKILL; so nothing that was started here outlives us. `--die-with-parent` alone is not enough: behind sudo the parent
 * is sudo, which does not die with us. The watcher is waited for, so that no zombie of it stays in a container without init.
 */
export const LIFELINE = `exec 3<&0
"$@" </dev/null 3<&- &
child=$!
{ while read -r line; do :; done; kill -KILL "$child"; } <&3 &
watcher=$!
wait "$child"
status=$?
kill -KILL "$watcher" 2>/dev/null
wait "$watcher" 2>/dev/null
exit "$status"`
