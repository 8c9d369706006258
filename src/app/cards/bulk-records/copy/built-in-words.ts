import type { Language } from '@bulk-records/core';

/** The few texts that must be there before the others are, or when those cannot be had. */
interface BuiltInWords {
  /** The language by its own name. */
  readonly name: string;
  /** For the locale of figures and dates where HubSpot names none of the language. */
  readonly locale: string;
  readonly title: string;
  readonly launcherText: string;
  readonly open: string;
  readonly loading: string;
  readonly failedTitle: string;
  readonly failedBody: string;
  readonly tryAgain: string;
  readonly language: string;
}

export const BUILT_IN_WORDS: Readonly<Record<Language, BuiltInWords>> = {
  en: {
    name: 'English',
    locale: 'en',
    title: 'Bulk Records',
    launcherText:
      'Paste rows from a spreadsheet or upload a file, write them to HubSpot at once and see what became of every single row.',
    open: 'Add or update records',
    loading: 'Loading the texts',
    failedTitle: 'The texts could not be loaded',
    failedBody: 'Nothing was changed, and nothing you entered is lost. Try again in a moment.',
    tryAgain: 'Try again',
    language: 'Language',
  },
  de: {
    name: 'Deutsch',
    locale: 'de',
    title: 'Bulk Records',
    launcherText:
      'Fügen Sie Zeilen aus einer Tabelle ein oder laden Sie eine Datei hoch, schreiben Sie alle auf einmal in HubSpot und sehen Sie, was aus jeder einzelnen Zeile geworden ist.',
    open: 'Datensätze hinzufügen oder aktualisieren',
    loading: 'Texte werden geladen',
    failedTitle: 'Die Texte konnten nicht geladen werden',
    failedBody:
      'Es wurde nichts geändert, und Ihre Eingaben sind nicht verloren. Versuchen Sie es gleich noch einmal.',
    tryAgain: 'Erneut versuchen',
    language: 'Sprache',
  },
  es: {
    name: 'Español',
    locale: 'es',
    title: 'Bulk Records',
    launcherText:
      'Pega filas de una hoja de cálculo o carga un archivo, escríbelas en HubSpot de una sola vez y comprueba qué ha pasado con cada fila.',
    open: 'Añadir o actualizar registros',
    loading: 'Cargando los textos',
    failedTitle: 'No se han podido cargar los textos',
    failedBody:
      'No se ha cambiado nada y no se ha perdido nada de lo que has introducido. Inténtalo de nuevo en unos instantes.',
    tryAgain: 'Intentar de nuevo',
    language: 'Idioma',
  },
  fr: {
    name: 'Français',
    locale: 'fr',
    title: 'Bulk Records',
    launcherText:
      'Collez des lignes d’une feuille de calcul ou importez un fichier, écrivez-les dans HubSpot en une seule fois et voyez ce qu’est devenue chaque ligne.',
    open: 'Ajouter ou mettre à jour des fiches',
    loading: 'Chargement des textes',
    failedTitle: 'Impossible de charger les textes',
    failedBody:
      'Rien n’a été modifié et rien de ce que vous avez saisi n’est perdu. Réessayez dans un instant.',
    tryAgain: 'Réessayer',
    language: 'Langue',
  },
  pt: {
    name: 'Português (Brasil)',
    locale: 'pt-BR',
    title: 'Bulk Records',
    launcherText:
      'Cole linhas de uma planilha ou carregue um arquivo, grave tudo no HubSpot de uma só vez e veja o que aconteceu com cada linha.',
    open: 'Adicionar ou atualizar registros',
    loading: 'Carregando os textos',
    failedTitle: 'Não foi possível carregar os textos',
    failedBody: 'Nada foi alterado e nada do que você inseriu foi perdido. Tente novamente em instantes.',
    tryAgain: 'Tentar novamente',
    language: 'Idioma',
  },
  ja: {
    name: '日本語',
    locale: 'ja',
    title: 'Bulk Records',
    launcherText:
      'スプレッドシートの行を貼り付けるかファイルをアップロードして、まとめてHubSpotに書き込み、1行ごとの結果を確認できます。',
    open: 'レコードを追加または更新',
    loading: 'テキストを読み込んでいます',
    failedTitle: 'テキストを読み込めませんでした',
    failedBody:
      '変更は行われておらず、入力した内容も失われていません。しばらくしてからもう一度お試しください。',
    tryAgain: '再試行',
    language: '言語',
  },
};
