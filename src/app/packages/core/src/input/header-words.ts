/**
 * Words that column headers are made of, in the languages of common exports. Only evidence that a row of
 * plain texts is a header; which property a header means is decided by the mapping.
 */
const HEADER_WORDS: ReadonlySet<string> = new Set(
  (
    'id ids name names email e-mail mail first last middle full phone telephone tel mobile cell fax address street city town zip ' +
    'postal postcode state region county country company organization organisation account domain website web url title job position role ' +
    'department owner stage status type date time created modified updated amount price value currency quantity notes note ' +
    'description comment comments tags tag label category industry source priority subject deal ticket product sku birthday gender language ' +
    'vorname nachname firma telefon telefonnummer mobil handy adresse straße strasse ort stadt plz land anrede datum betrag preis menge beschreibung ' +
    'bemerkung kommentar besitzer phase kategorie branche quelle abteilung nom prénom prenom téléphone courriel rue ville pays ' +
    'société entreprise montant prix nombre correo apellido apellidos teléfono telefono dirección direccion ciudad país pais empresa fecha importe ' +
    'sobrenome telefone endereço endereco cidade data valor cargo 氏名 名前 姓 名 メール メールアドレス 電話番号 会社名 住所 部署 役職 郵便番号'
  ).split(' '),
);

/** True when a word of the text is one that headers are made of. */
export function hasHeaderWord(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[\s_.:()/-]+/)
    .some((word) => HEADER_WORDS.has(word) || HEADER_WORDS.has(word.replace(/s$/, '')));
}
