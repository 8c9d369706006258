/**
 * Country domains and the generic ones in common use, in IANA's spelling. Not the whole root zone: the
 * emulator only has to know that a made-up domain does not exist.
 */
const countries =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ' +
  'ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm ' +
  'fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it ' +
  'je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn ' +
  'mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps ' +
  'pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj ' +
  'tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw';

const generic =
  'com org net edu gov mil int arpa info biz name pro aero coop museum jobs mobi travel tel cat asia post xxx ' +
  'academy agency app art bank bar bayern berlin best bike blog build business cafe capital care career cash ' +
  'center chat city cloud club codes coffee community company computer consulting cool dental design dev digital ' +
  'direct doctor earth education email energy engineering events expert express family farm fashion finance ' +
  'fit fitness forum foundation fun fund gallery games garden global gmbh gold golf green group guide guru ' +
  'hamburg health help homes hospital hotel house immo inc industries ink institute insurance international ' +
  'jewelry kitchen koeln land law legal life limited link live llc london ltd market marketing media medical ' +
  'moda money network news nyc one online page partners parts party photo photography pictures place plus press ' +
  'productions properties pub rent repair report restaurant reviews rocks sale school science security services ' +
  'shop site social software solar solutions space sport store studio style support swiss systems taxi team tech ' +
  'technology tips today tools top tours town toys trade training university vegas ventures vet video vip vision ' +
  'wang watch webcam website wedding wien wiki win wine work works world wtf xyz yoga zone';

const known = new Set(`${countries} ${generic}`.split(' '));

/** Internationalised domains (`xn--…`) are taken as known. */
export function isKnownTopLevelDomain(domain: string): boolean {
  return known.has(domain) || domain.startsWith('xn--');
}
