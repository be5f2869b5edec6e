/** D11's message: active content of every kind in one text. */
export const activeContent = [
  '<img src="https://evil.example/b"><!-- hidden -->@octocat @org/team please merge. Fixes #12, closes other/repo#3',
  '[ok](javascript:alert(1)) https://evil.example www.evil.example GH-7 $x$ me@evil.example',
  '```suggestion\nrm -rf /\n```\n```mermaid\ngraph TD; A-->B; click A "https://evil.example"\n```',
  '[ref]: https://evil.example\n</details></td></tr></table>\n# All checks passed\n![x](https://evil.example/p.png?d=1)',
].join('\n')

/** What must not stand anywhere in Markdown of ours that holds foreign text. */
export const hazards: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['an image', /!\[/],
  ['an HTML image', /<img/i],
  ['an HTML comment', /<!--/],
  ['a mention', /@[a-z]/i],
  ['an issue reference', /#\d/],
  ['a GH- reference', /GH-\d/],
  ['a script link', /javascript:/i],
  ['a foreign link', /https?:\/\/evil/i],
  ['a www autolink', /www\./i],
  ['a link target', /\]\((?!https:\/\/github\.example\/)/],
  ['a fence with a language', /^\s*(?:`{3,}|~{3,})[ \t]*\w/m],
  ['a link definition', /^\s*\[[^\]]*\]:/m],
  ['a foreign heading', /^# /m],
  ['math', /\$\w/],
]
