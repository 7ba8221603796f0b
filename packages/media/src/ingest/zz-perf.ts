import { openRtmpListener } from './rtmp/rtmp-listener.ts';
let frames=0, bytes=0;
const n=()=>{};
const listener = await openRtmpListener({host:'127.0.0.1',port:0,log:{debug:n,info:n,warn:(f,m)=>console.log(m,f),error:(f,m)=>console.log(m,f)},gate:{async open(){const ac=new AbortController();return {write(f){frames++; if('data' in f)bytes+=f.data.length;},end(){},closed:ac.signal}}}});
console.log('PORT', listener.port);
process.on('message',()=>{});
let last=process.cpuUsage(), t=performance.now(), lf=0, lb=0;
setInterval(()=>{const c=process.cpuUsage(last);last=process.cpuUsage();const now=performance.now();const s=(now-t)/1000;t=now;console.log(`${listener.connectionCount} conns cpu ${((c.user+c.system)/1e4/s).toFixed(2)}% user ${(c.user/1e4/s).toFixed(2)} sys ${(c.system/1e4/s).toFixed(2)} ${((frames-lf)/s).toFixed(0)} frames/s ${((bytes-lb)*8/1e6/s).toFixed(1)} Mbit/s rss ${(process.memoryUsage.rss()/1e6).toFixed(0)} MB`);lf=frames;lb=bytes;},3000);
setTimeout(()=>process.exit(0),Number(process.argv[2])*1000);
