import type { LabelledSheet } from './labelled-sheet.ts';

const source = 'Hand-made, Japanese';

const contacts = `
番号 | - | 1 ; 2
氏名 | - | 山田 花子 ; 佐藤 健
姓 | lastname | 山田 ; 佐藤
名 | firstname | 花子 ; 健
フリガナ | - | ヤマダ ハナコ
メールアドレス | email | hanako@example.org ; ken@example.org
電話番号 | phone | 03-5550-0101
携帯電話 | mobilephone | 090-5550-0101
FAX | fax | 03-5550-0109
会社名 | company | 北風エネルギー
部署 | department? | 購買部
役職 | jobtitle | 部長
郵便番号 | zip | 100-0001
都道府県 | state | 東京都 ; 大阪府
市区町村 | city | 千代田区
住所 | address | 千代田1-1
国 | country | 日本
生年月日 | date_of_birth | 1980/04/12
性別 | gender | 女 ; 男
ウェブサイト | website | https://kitakaze.example.com
担当者 | hubspot_owner_id? | Kenji Sato
備考 | internal_note? | 展示会で会った
登録日 | - | 2021/03/04
更新日時 | - | 2024/03/04 09:12
配信停止 | - | 0 ; 1
`;

const deals = `
案件名 | dealname | 北風 ヒートポンプ40台
金額 | amount | 4,200,000
取引ステージ | dealstage | Contract Sent
クローズ予定日 | closedate | 2026/12/31
通貨 | deal_currency_code | EUR
確度 | - | A ; B
取引先 | - | 北風エネルギー
見積番号 | - | Q-2026-014
次のステップ | hs_next_step | 電話
`;

export const handMadeJapaneseSheets: readonly LabelledSheet[] = [
  { source, file: '連絡先', object: 'contacts', headers: contacts },
  { source, file: '案件', object: 'deals', headers: deals },
];
