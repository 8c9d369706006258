/** How numbers of a country are dialled; a fact of its numbering plan (ITU-T E.164), not a check of single numbers. */
export interface CallingPlan {
  /** ISO 3166 code of the country, in capitals. */
  readonly country: string;
  readonly callingCode: string;
  /** Dialled before the number inside the country, never from abroad; blank where there is none. */
  readonly trunkPrefix: string;
  /** Digits that a fixed or mobile number can have after the calling code. */
  readonly lengths: ReadonlySet<number>;
  /** True where `00` and nothing else with a zero begins an international call, as nearly everywhere. */
  readonly dialsAbroadByZeros: boolean;
}

/**
 * Countries that dial alike: trunk prefix, lengths (`!` where `00` does not lead abroad), then each country with its
 * calling code. From the metadata of libphonenumber-js, with which a test compares it.
 */
export const CALLING_PLANS = `
:5:AC247CK682FK500
:6,9:AD376
0:8-9:AE971AL355BA387BE32DZ213EC593HR385JO962MC377NA264PE51PS970RW250SY963
0:9:AF93AZ994BL590CH41EH212ET251FR33GE995GF594GH233GP590KG996LK94LY218MA212MF590MG261MQ596RE262SA966SD249SS211UA380YT262ZM260ZW263
1:10!:AG1AI1AS1BB1BM1BS1CA1DM1DO1GD1GU1JM1KN1KY1LC1MP1MS1PR1SX1TC1TT1US1VC1VG1VI1
0:8:AM374LT370MD373ME382MK389SI386SL232
:9:AO244CG242CM237CZ420ES34GQ240GW245PT351SN221UZ998
0:10-11:AR54
0:4-13:AT43
0:9!:AU61CC61CX61TZ255UG256
:7:AW297BN673BQ599BZ501FM691IO246KM269NR674ST239
0:6-10:AX358BD880MM95
:8:BF226BH973BI257CF236CR506CY357DJ253DK45GI350GT502HN504HT509KW965LS266LV371ML223MO853MR222MT356NE227NI505NO47OM968PF689QA974SJ47SV503SZ268TD235TG228TN216
0:6-9:BG359SO252
:10:BJ229CI225GR30
0:8!:BO591UY598
0:10-11!:BR55
:7-8:BT975BW267CW599EE372GA241PA507PG675TL670
8:9!:BY375
0:7-10:CD243IE353
:9!:CL56TJ992
0:7-11:CN86
0:8,10!:CO57
0:6-8,10!:CU53
:7!:CV238FJ679GY592MV960PW680SC248
0:5-15:DE49
0:8-10:EG20IQ964LA856MY60
0:7:ER291
0:5-10:FI358
:6:FO298GL299NC687NF672WF681
0:9-10:GB44PK92VN84
0:10:GG44IM44IN91JE44TR90VE58
:7,9:GM220IS354PL48
:8-9:GN224MZ258
:8!:HK852SG65
06:8-9:HU36
0:7-12!:ID62
0:8-9,11-12!:IL972
0:6-7,10:IR98
:6-12:IT39
0:9-10!:JP81
0:7-9!:KE254
0:8-9!:KH855TH66TW886
0:5,8:KI686
0:8,10:KP850NP977
0:5-6,8-10!:KR82
8:10!:KZ7RU7
0:7-8:LB961
0:7,9:LI423MW265
0:7-9:LR231PY595SE46YE967
:4-11:LU352
1:7!:MH692
0:8-10!:MN976NZ64
:7-8!:MU230
:10!:MX52
0:10!:NG234
0:9,11:NL31
:4,7:NU683
0:6,8-10:PH63
0:6,9:PM508RO40
0:7-12:RS381
:5,7!:SB677
:4-5:SH290
0:6-7,9:SK421
:8,10:SM378
:6-7:SR597
:4:TA290
:4-7:TK690
8:8!:TM993
:5,7:TO676VU678
:5-7:TV688
:6-11:VA39
:5-7,10!:WS685
0:8-12:XK383
0:5-9:ZA27
`;

let known: ReadonlyMap<string, CallingPlan> | undefined;

/** By country; read when the first phone number is, not when the card is loaded. */
export function callingPlans(): ReadonlyMap<string, CallingPlan> {
  known ??= new Map(CALLING_PLANS.trim().split('\n').flatMap(parseGroup));
  return known;
}

function parseGroup(group: string): readonly (readonly [string, CallingPlan])[] {
  const [trunkPrefix = '', ranges = '', countries = ''] = group.split(':');
  const lengths = new Set(ranges.replace('!', '').split(',').flatMap(listRange));
  const dialsAbroadByZeros = !ranges.endsWith('!');
  return [...countries.matchAll(/([A-Z]{2})(\d+)/g)].map(([, country = '', callingCode = '']) => [
    country,
    { country, callingCode, trunkPrefix, lengths, dialsAbroadByZeros },
  ]);
}

function listRange(range: string): readonly number[] {
  const [first = 0, last = first] = range.split('-').map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
