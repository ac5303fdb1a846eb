import { readFileSync, readdirSync } from 'node:fs';
import { parseLabelledText } from '#shared/domain/transcript/parse-labelled-text';
const dir='../shared/data/transcripts/changelog-md/';
let n=0,bad=0;
for (const f of readdirSync(dir)) {
  const base=readFileSync(dir+f,'utf8').replace(/^#? ?\*\*[^*\n]+\*\*:? ?/gm,'').replace(/\\\[[\d:.\\]+\\\] ?/g,'').replace(/^Adam Stacoviak: /gm,'');
  for (const v of [base, base.replace(/([.!?]) /g,'$1\n'), base.replace(/([.!?,]) /g,'$1\n\n'), base.replace(/(.{60,80}) /g,'$1\n')]) {
    n++; const p=parseLabelledText(v,'markdown');
    const s=[...new Set(p.turns.map(t=>t.speaker))].filter(Boolean);
    if(s.length||p.turns.some(t=>t.startMs!==null)) {bad++; console.log(f, s.slice(0,8), p.turns.filter(t=>t.speaker!==null).slice(0,3).map(t=>t.speaker+': '+t.text.slice(0,60)));}
  }
}
console.log(n,bad);
