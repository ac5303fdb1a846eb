import { readFileSync } from 'node:fs';
import { decodeText } from '#shared/domain/transcript/decode-text';
import { parseWebvtt } from '#shared/domain/transcript/parse-webvtt';
const exp = JSON.parse(readFileSync('../shared/data/captions/EXPECTED-vtt-cues.json','utf8'));
let eq=0,total=0, bad=0;
for (const [path,e] of Object.entries(exp) as any) {
  total++;
  let text=''; try { text=decodeText(readFileSync('../shared/data/'+path)).text; } catch (x) { console.log(path, e.count, (x as Error).message); if(e.count===0) eq++; continue; }
  const f=parseWebvtt(text); const cues=f?.cues??[];
  const same=(a:any,b:any)=> b && (a.id||null)===b.id && Math.round(a.start*1000)===b.startMs && Math.round(a.end*1000)===b.endMs && a.text===b.text;
  let ok=cues.length===e.count;
  const pairs = e.cues ? e.cues.map((c:any,i:number)=>[c,cues[i]]) : [...e.first3.map((c:any,i:number)=>[c,cues[i]]), ...e.last3.map((c:any,i:number)=>[c,cues[cues.length-3+i]])];
  for (const [a,b] of pairs) if(!same(a,b)) { ok=false; console.log(path, JSON.stringify(a), JSON.stringify(b)); break; }
  if(ok) eq++; else console.log('DIFF',path,e.count,cues.length);
}
console.log(eq,total);
