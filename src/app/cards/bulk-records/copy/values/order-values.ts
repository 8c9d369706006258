// Made from functions/src/words/en.json by `npm run words`.

export interface OrderValues {
  'order.dmy': null;
  'order.mdy': null;
  'order.ymd': null;
}
