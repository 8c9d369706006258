import type { Language, RunSummary } from '@bulk-records/core';

/** What the launcher says of earlier runs: it shows before the catalogue of texts is asked for. */
interface LauncherWords extends Readonly<Record<RunSummary['state'], string>> {
  readonly runs: string;
  readonly seeking: string;
  readonly none: string;
  readonly failed: string;
  readonly noScope: string;
  /** Before the state of a run that takes another one back. */
  readonly undone: string;
  readonly done: string;
  readonly rows: string;
  readonly leftTitle: string;
  readonly leftBody: string;
  readonly resume: string;
  readonly undo: string;
}

export const LAUNCHER_WORDS: Readonly<Record<Language, LauncherWords>> = {
  en: {
    runs: 'Latest runs',
    seeking: 'Looking for earlier runs',
    none: 'No run has been kept yet.',
    failed: 'The latest runs could not be loaded. They are asked for again when you open the card.',
    noScope:
      'Runs are not kept, because the app lacks the scope files. A super admin can add it to the app and install it again.',
    running: 'Running, or its tab was closed',
    stopped: 'Stopped half-way',
    finished: 'Finished',
    undone: 'Undo',
    done: '{done} of {rows} rows done',
    rows: '{rows} rows',
    leftTitle: 'A run was left half-way',
    leftBody: 'Not all of its rows may be written. Go on with the rest, or take back what was written.',
    resume: 'Resume',
    undo: 'Undo',
  },
  de: {
    runs: 'Letzte Durchläufe',
    seeking: 'Frühere Durchläufe werden gesucht',
    none: 'Es ist noch kein Durchlauf gespeichert.',
    failed:
      'Die letzten Durchläufe konnten nicht geladen werden. Sie werden wieder gesucht, wenn Sie die Karte öffnen.',
    noScope:
      'Durchläufe werden nicht gespeichert, weil der App der Scope files fehlt. Ein Super-Admin kann ihn zur App hinzufügen und sie erneut installieren.',
    running: 'Läuft, oder der Tab wurde geschlossen',
    stopped: 'Auf halbem Weg angehalten',
    finished: 'Beendet',
    undone: 'Rückgängig machen',
    done: '{done} von {rows} Zeilen erledigt',
    rows: '{rows} Zeilen',
    leftTitle: 'Ein Durchlauf wurde auf halbem Weg verlassen',
    leftBody:
      'Vielleicht sind nicht alle seine Zeilen geschrieben. Fahren Sie mit dem Rest fort, oder machen Sie rückgängig, was geschrieben wurde.',
    resume: 'Fortsetzen',
    undo: 'Rückgängig machen',
  },
  es: {
    runs: 'Últimas ejecuciones',
    seeking: 'Buscando ejecuciones anteriores',
    none: 'Todavía no se ha guardado ninguna ejecución.',
    failed: 'No se han podido cargar las últimas ejecuciones. Se vuelven a buscar al abrir la tarjeta.',
    noScope:
      'Las ejecuciones no se guardan porque a la aplicación le falta el permiso files. Un superadministrador puede añadirlo a la aplicación e instalarla de nuevo.',
    running: 'En curso, o se cerró su pestaña',
    stopped: 'Detenida a medias',
    finished: 'Terminada',
    undone: 'Deshacer',
    done: '{done} de {rows} filas hechas',
    rows: '{rows} filas',
    leftTitle: 'Una ejecución se quedó a medias',
    leftBody:
      'Es posible que no todas sus filas estén escritas. Sigue con el resto o deshaz lo que se escribió.',
    resume: 'Reanudar',
    undo: 'Deshacer',
  },
  fr: {
    runs: 'Dernières exécutions',
    seeking: 'Recherche d’exécutions antérieures',
    none: 'Aucune exécution n’a encore été conservée.',
    failed:
      'Impossible de charger les dernières exécutions. Elles seront recherchées à nouveau à l’ouverture de la carte.',
    noScope:
      'Les exécutions ne sont pas conservées, car il manque à l’application le périmètre files. Un super administrateur peut l’ajouter à l’application et l’installer à nouveau.',
    running: 'En cours, ou son onglet a été fermé',
    stopped: 'Arrêtée à mi-chemin',
    finished: 'Terminée',
    undone: 'Annulation',
    done: '{done} lignes traitées sur {rows}',
    rows: '{rows} lignes',
    leftTitle: 'Une exécution a été laissée en plan',
    leftBody:
      'Toutes ses lignes ne sont peut-être pas écrites. Poursuivez avec le reste, ou annulez ce qui a été écrit.',
    resume: 'Reprendre',
    undo: 'Annuler l’exécution',
  },
  pt: {
    runs: 'Últimas execuções',
    seeking: 'Procurando execuções anteriores',
    none: 'Nenhuma execução foi guardada ainda.',
    failed:
      'Não foi possível carregar as últimas execuções. Elas são procuradas de novo quando você abre o cartão.',
    noScope:
      'As execuções não são guardadas, porque falta ao aplicativo o escopo files. Um superadministrador pode adicioná-lo ao aplicativo e instalá-lo novamente.',
    running: 'Em andamento, ou a guia foi fechada',
    stopped: 'Interrompida pela metade',
    finished: 'Concluída',
    undone: 'Desfazer',
    done: '{done} de {rows} linhas concluídas',
    rows: '{rows} linhas',
    leftTitle: 'Uma execução ficou pela metade',
    leftBody:
      'Talvez nem todas as linhas estejam gravadas. Continue com o restante ou desfaça o que foi gravado.',
    resume: 'Retomar',
    undo: 'Desfazer',
  },
  ja: {
    runs: '最近の実行',
    seeking: '以前の実行を探しています',
    none: '保存された実行はまだありません。',
    failed: '最近の実行を読み込めませんでした。カードを開くと再度読み込みます。',
    noScope:
      'アプリにスコープfilesがないため、実行は保存されません。スーパー管理者がアプリに追加し、再インストールできます。',
    running: '実行中、またはタブが閉じられました',
    stopped: '途中で停止',
    finished: '完了',
    undone: '元に戻す操作',
    done: '{rows}行中{done}行が完了',
    rows: '{rows}行',
    leftTitle: '途中で終わった実行があります',
    leftBody:
      'すべての行が書き込まれていない可能性があります。残りを続行するか、書き込んだ内容を元に戻してください。',
    resume: '続行',
    undo: '元に戻す',
  },
};
