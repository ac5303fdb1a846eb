import { readFileSync, readdirSync } from 'node:fs';
import { decodeText } from '#shared/domain/transcript/decode-text';
import { parseLabelledText } from '#shared/domain/transcript/parse-labelled-text';
const rows = readFileSync('../shared/data/MANIFEST.jsonl','utf8').trim().split('\n').map((l)=>JSON.parse(l));
for (const r of rows) {
  if (!/\.(txt|md)$/.test(r.path)) continue;
  if (process.argv[2] && !r.path.includes(process.argv[2])) continue;
  const d = decodeText(readFileSync('../shared/data/'+r.path));
  const t0=performance.now();
  const p = parseLabelledText(d.text, r.path.endsWith('.md')?'markdown':'text');
  const ms=performance.now()-t0;
  const c: Record<string,number> = {};
  for (const t of p.turns) c[String(t.speaker)]=(c[String(t.speaker)]??0)+1;
  const e = r.expect ?? {};
  const ok = typeof e.turns!=='number' ? '?' : e.turns===p.turns.length ? 'ok':'DIFF';
  console.log(ok, r.path, 'turns', p.turns.length, 'exp', e.turns, 'tl', e.timestamp_lines, JSON.stringify(c).slice(0,300), p.heading===null?'':'H:'+p.heading.slice(0,100), p.warnings.filter((w)=>!/kept as the heading|pause mark/.test(w)), ms.toFixed(0)+'ms');
}
