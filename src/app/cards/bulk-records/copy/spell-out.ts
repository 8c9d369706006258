/** Controls, formats, halves of pairs; line ends of other systems; blanks that look like the ordinary one. */
const UNSEEN = /[^\P{C}\t\n\r]|[\p{Zl}\p{Zp}]|[^\P{Zs} \u3000]/gu;

const LONGEST = 60;

/** A cell as it can be seen: what nobody sees is spelled out (`\u200B`), blanks around it are shown, the end is cut. */
export function spellOut(text: string): string {
  const seen = text
    .replace(UNSEEN, spellCharacter)
    .replace(/^ +| +$/g, (blanks) => '␣'.repeat(blanks.length));
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST)}…` : seen;
}

function spellCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
