import { readFileSync, readdirSync } from 'node:fs';
import { parseLabelledText } from '#shared/domain/transcript/parse-labelled-text';
const clock=(i:number)=>{const s=i*7; return `${String(Math.floor(s/3600)).padStart(2,'0')}:${String(Math.floor(s/60)%60).padStart(2,'0')}:${String(s%60).padStart(2,'0')}`};
const forms: Record<string,(l:string,t:string,i:number)=>string> = {
 colon:(l,t)=>`${l}: ${t}`, bold:(l,t)=>`**${l}:** ${t}`, bold2:(l,t)=>`**${l}**: ${t}`,
 lead:(l,t,i)=>`[${clock(i)}] ${l}: ${t}`, after:(l,t,i)=>`${l} [${clock(i)}]: ${t}`, paren:(l,t,i)=>`${l} (${clock(i)}): ${t}`,
 afterline:(l,t,i)=>`${l} ${clock(i)}\n${t}`, otter:(l,t,i)=>`${l}  ${clock(i)}\n${t}`, leadline:(l,t,i)=>`[${clock(i)}] ${l}\n${t}`, bareline:(l,t,i)=>`${clock(i)} ${l}\n${t}`,
 own:(l,t)=>`${l}\n${t}`, ownblank:(l,t)=>`${l}\n\n${t}`, colonline:(l,t)=>`${l}:\n${t}`, md3:(l,t)=>`### ${l}\n\n${t}`,boldown:(l,t)=>`**${l}**\n\n${t}`, tab:(l,t)=>`${l}\t${t.replace(/\n+/g,' ')}`,
 trint:(l,t,i)=>`[${clock(i)}]\n${l}: ${t}`, bracket:(l,t)=>`[${l}]: ${t}`,
};
const res: Record<string,number>={}, tot: Record<string,number>={}; let shown=0;
for (const dir of ['changelog-md/','sheffield/','mlss-interviews/']) for (const f of readdirSync('../shared/data/transcripts/'+dir)) {
  if(!/\.(md|txt)$/.test(f)) continue;
  const p=parseLabelledText(readFileSync('../shared/data/transcripts/'+dir+f,'utf8'),'markdown');
  const turns=p.turns.filter(t=>t.speaker!==null && t.text.trim()!=='').map(t=>({s:t.speaker!,t:t.text}));
  for (const [k,w] of Object.entries(forms)) for (const sep of ['\n\n','\n']) {
    if (sep==='\n' && (k.startsWith('md')||k==='ownblank'||k==='boldown')) continue;
    const doc=turns.map((t,i)=>w(t.s,sep==='\n'?t.t.replace(/\n+/g,' '):t.t,i)).join(sep);
    const q=parseLabelledText(doc,'text');
    const key=k+(sep==='\n'?'/1':'/2'); tot[key]=(tot[key]??0)+1;
    const same=q.turns.length===turns.length && q.turns.every((t,i)=>t.speaker===turns[i]!.s && t.text.replace(/\s+/g,' ')===turns[i]!.t.replace(/\s+/g,' '));
    if(same) res[key]=(res[key]??0)+1; else if(process.argv[2]===k && shown++<8) { const i=q.turns.findIndex((t,i)=>t.speaker!==turns[i]?.s||t.text.replace(/\s+/g,' ')!==turns[i]?.t.replace(/\s+/g,' ')); console.log(key,f,turns.length,q.turns.length,i,JSON.stringify(turns[i])?.slice(0,200),'GOT',JSON.stringify(q.turns[i])?.slice(0,250), [...new Set(q.turns.map(t=>t.speaker))].slice(0,12)); }
  }
}
console.log(Object.keys(tot).map(k=>`${k} ${res[k]??0}/${tot[k]}`).join('  '));
