import type { Property } from './describe-object-type.ts';
import { objectKindOf } from './object-kind.ts';
import type { ObjectKind } from './object-kind.ts';

/**
 * Headers that mean a standard property, as other systems export them (Salesforce, Pipedrive, Mailchimp,
 * Google and Outlook contacts, LinkedIn, Shopify, Stripe) in English, German, Spanish, French, Portuguese and
 * Japanese. Compared after normalising, so case, accents and punctuation are free. What means two things in
 * two exports ("Title", "Name", "Source", "Status") is not here.
 */
type AliasTable = Readonly<Record<string, string>>;

const ADDRESS: AliasTable = {
  address:
    'address|street|street address|address line 1|address 1|street 1|addr1|straße|straße hausnummer|straße und hausnummer|anschrift|adresse|calle|dirección|domicilio|rue|adresse postale|rua|endereço|morada|住所',
  city: 'city|town|city town|locality|suburb city|ort|stadt|wohnort|ciudad|población|localidad|ville|commune|cidade|localidade|市区町村|市',
  state:
    'state|province|region|state province|state region|state county|bundesland|kanton|provincia|comunidad autónoma|都道府県',
  zip: 'zip|zip code|postal code|postcode|zip postal code|plz|postleitzahl|código postal|code postal|cep|郵便番号',
  country: 'country|country region|country name|land|país|pays|国|国名',
};

const OWNER =
  'owner|record owner|account owner|contact owner|lead owner|opportunity owner|deal owner|ticket owner|sales rep|besitzer|zuständiger|propietario|propriétaire|proprietário|担当者';

const REACH: AliasTable = {
  phone:
    'phone|phone number|phone no|telephone|telephone number|tel|tel no|business phone|work phone|office phone|main phone|landline|telefon|telefonnummer|telefon geschäftlich|festnetz|rufnummer|teléfono|número de teléfono|numéro de téléphone|téléphone fixe|telefone|número de telefone|電話|電話番号',
  website:
    'website|web|homepage|web page|website url|webseite|internetseite|site web|site internet|sitio web|página web|site|ウェブサイト|ホームページ',
  hubspot_owner_id: OWNER,
};

const EMPLOYER =
  'company|company name|organization|organisation|organization name|organisation name|account|account name|business name|employer|firma|firmenname|unternehmen|unternehmensname|organisation firma|empresa|nombre de la empresa|compañía|razón social|société|entreprise|nom de l’entreprise|nom de la société|raison sociale|nome da empresa|razão social|会社|会社名|企業名|organization 1 name|person organization';

const CONTACT: AliasTable = {
  ...ADDRESS,
  ...REACH,
  email:
    'email|mail|email address|primary email|email 1|e mail adresse|mailadresse|correo|correo electrónico|dirección de correo electrónico|dirección de email|courriel|adresse e mail|adresse mail|adresse électronique|adresse courriel|endereço de e mail|correio eletrônico|メール|メールアドレス|eメール|電子メール',
  firstname:
    'first name|given name|forename|fname|first|vorname|rufname|prénom|nombre de pila|primer nombre|primeiro nome|nome próprio|名',
  lastname:
    'last name|surname|family name|lname|last|nachname|familienname|zuname|nom de famille|apellido|apellidos|sobrenome|apelido|último nome|姓|苗字|名字',
  mobilephone:
    'mobile|mobile phone|mobile number|mobile phone number|mobile no|cell|cell phone|cell number|handy|handynummer|mobil|mobiltelefon|mobilnummer|móvil|teléfono móvil|celular|portable|téléphone portable|téléphone mobile|mobile téléphone|telemóvel|telefone celular|携帯|携帯電話|携帯番号|携帯電話番号',
  fax: 'fax|fax number|telefax|faxnummer|télécopie|número de fax|ファックス|fax番号',
  company: EMPLOYER,
  jobtitle:
    'job title|position|job position|occupation|designation|berufsbezeichnung|stellenbezeichnung|stellung|puesto|puesto de trabajo|cargo|poste|fonction|intitulé du poste|função|役職|職位|organization title|organization 1 title|person job title',
  salutation:
    'salutation|anrede|name prefix|honorific prefix|courtesy title|civilité|tratamiento|tratamento|敬称',
  date_of_birth:
    'birthday|birthdate|date of birth|dob|geburtstag|geburtsdatum|fecha de nacimiento|cumpleaños|date de naissance|anniversaire|data de nascimento|aniversário|生年月日|誕生日',
  hs_linkedin_url:
    'linkedin|linkedin url|linkedin profile|linkedin profile url|person linkedin url|linkedin profil',
  lifecyclestage: 'lifecycle|lifecycle stage',
  hs_lead_status: 'lead status',
};

const COMPANY: AliasTable = {
  ...ADDRESS,
  ...REACH,
  name: EMPLOYER,
  domain:
    'domain|domain name|company domain|company domain name|web domain|website domain|email domain|primary domain|dominio|domaine|ドメイン',
  numberofemployees:
    'employees|number of employees|no of employees|num employees|employee count|headcount|mitarbeiter|mitarbeiterzahl|anzahl mitarbeiter|empleados|número de empleados|effectif|nombre d’employés|nombre de salariés|funcionários|número de funcionários|従業員数',
  annualrevenue:
    'annual revenue|revenue|yearly revenue|umsatz|jahresumsatz|ingresos anuales|facturación anual|chiffre d’affaires|ca annuel|receita anual|faturamento anual|売上|売上高|年間売上',
  industry: 'industry|branche|wirtschaftszweig|industria|sector|secteur|secteur d’activité|setor|業種|業界',
  description: 'description|about|company description|beschreibung|descripción|descrição|説明',
  linkedin_company_page: 'linkedin|linkedin url|linkedin page|company linkedin url|company linkedin',
};

const DEAL: AliasTable = {
  hubspot_owner_id: OWNER,
  dealname:
    'deal|deal name|deal title|opportunity|opportunity name|name|title|geschäft|name des geschäfts|nombre del negocio|negocio|nom de la transaction|nome do negócio|取引名|案件名',
  amount:
    'amount|value|deal value|deal amount|deal size|opportunity amount|betrag|wert|volumen|importe|monto|cantidad|montant|valeur|valor|montante|金額',
  closedate:
    'close date|closing date|expected close date|estimated close date|abschlussdatum|voraussichtliches abschlussdatum|fecha de cierre|fecha de cierre prevista|date de clôture|date de fermeture|data de fechamento|data prevista de fechamento|クローズ日|完了予定日',
  dealstage:
    'stage|deal stage|sales stage|opportunity stage|phase|vertriebsphase|etapa|etapa del negocio|étape|phase de la transaction|fase|ステージ|取引ステージ',
  pipeline: 'pipeline|deal pipeline|パイプライン',
  description: 'description|beschreibung|descripción|descrição|説明',
  deal_currency_code: 'currency|currency code|currency of value|währung|moneda|divisa|devise|moeda|通貨',
};

const TICKET: AliasTable = {
  hubspot_owner_id: OWNER,
  subject: 'subject|title|name|ticket name|ticket subject|summary|betreff|asunto|objet|sujet|assunto|件名',
  content:
    'description|ticket description|body|message|details|beschreibung|nachricht|descripción|mensaje|descrição|mensagem|説明|内容',
  hs_ticket_priority: 'priority|priorität|dringlichkeit|prioridad|priorité|prioridade|優先度',
  hs_pipeline_stage: 'status|stage|ticket status|estado|statut|ステータス',
};

const PRODUCT: AliasTable = {
  name: 'name|title|product|product name|item name|item|produkt|produktname|artikel|artikelname|bezeichnung|producto|nombre del producto|nombre|produit|nom du produit|produto|nome do produto|商品名|製品名',
  price:
    'price|unit price|list price|sales price|preis|stückpreis|einzelpreis|listenpreis|precio|precio unitario|prix|prix unitaire|preço|preço unitário|価格|単価',
  hs_sku:
    'sku|product code|item number|item code|article number|part number|artikelnummer|artikel nr|código de producto|referencia|référence|código do produto|商品コード|型番',
  description: 'description|product description|beschreibung|descripción|descrição|説明',
  hs_cost_of_goods_sold: 'cost|unit cost|cost of goods sold|cogs|einkaufspreis|coste|costo|coût|custo|原価',
};

const ALIASES: Readonly<Record<ObjectKind, AliasTable>> = {
  contact: CONTACT,
  company: COMPANY,
  deal: DEAL,
  ticket: TICKET,
  product: PRODUCT,
};

/** Properties of one object with the headers that mean them in other systems. */
export function withAliases(properties: readonly Property[]): Property[] {
  const kind = objectKindOf(new Set(properties.map(({ name }) => name)));
  const table = kind === undefined ? {} : ALIASES[kind];
  return properties.map((property) => {
    const aliases = table[property.name];
    return aliases === undefined ? property : { ...property, aliases: aliases.split('|') };
  });
}
