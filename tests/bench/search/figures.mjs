/** From answers to figures. */

const gain = (grade) => 2 ** grade - 1;
const discounted = (grades) => grades.reduce((sum, grade, at) => sum + gain(grade) / Math.log2(at + 2), 0);

/**
 * nDCG among the first ten, and how many of them are found: of those that meet everything asked, and of all that are near it.
 * @param {string[]} ids
 * @param {Map<string, number>} grades
 */
export function measures(ids, grades) {
  const given = ids.slice(0, 10).map((id) => grades.get(id) ?? 0);
  const right = [...grades.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  const ideal = right.slice(0, 10);
  return {
    ndcg: discounted(given) / discounted(ideal),
    recall: given.filter((grade) => grade === 2).length / Math.min(10, right.filter((grade) => grade === 2).length),
    wide: given.filter((grade) => grade > 0).length / ideal.length,
    isEmpty: ids.length === 0,
    best: grades,
  };
}

/**
 * A Markdown table: a column for each engine, and their ratio where there are two.
 * @param {Record<string, { rows: any[], scripts: { bytes: number, files: number, depth: number } }>} columns
 */
export function table(columns) {
  const names = Object.keys(columns);
  const lines = [`| mesure | ${names.join(' | ')} |${names.length > 1 ? ' rapport |' : ''}`, `|---|${names.map(() => '---|').join('')}${names.length > 1 ? '---|' : ''}`];
  const line = (what, figure, digits = 2) => {
    const figures = names.map((name) => figure(columns[name]));
    const ratio = names.length > 1 ? ` ${(figures[1] / figures[0]).toFixed(2)} |` : '';
    lines.push(`| ${what} | ${figures.map((one) => one.toFixed(digits)).join(' | ')} |${ratio}`);
  };
  const all = (column) => column.rows;
  line('nDCG@10', (column) => mean(all(column).map((row) => row.ndcg)), 3);
  line('rappel@10', (column) => mean(all(column).map((row) => row.recall)), 3);
  line('rappel@10, notes 1 et 2', (column) => mean(all(column).map((row) => row.wide)), 3);
  line('sans résultat, %', (column) => 100 * mean(all(column).map((row) => Number(row.isEmpty))), 1);
  for (const sort of new Set(columns[names[0]].rows.map((row) => row.sort))) {
    const some = (column) => column.rows.filter((row) => row.sort === sort);
    line(`nDCG@10, ${sort}`, (column) => mean(some(column).map((row) => row.ndcg)));
    line(`rappel@10, ${sort}`, (column) => mean(some(column).map((row) => row.recall)));
  }
  const cold = (column) => all(column).map((row) => row.cold.wire + column.scripts.bytes);
  line('à froid, octets, médiane', (column) => quantile(cold(column), 0.5), 0);
  line('à froid, octets, au pire', (column) => quantile(cold(column), 1), 0);
  line('dont scripts, octets', (column) => column.scripts.bytes, 0);
  line('dont scripts, fichiers', (column) => column.scripts.files, 0);
  line('à froid, requêtes, médiane', (column) => quantile(all(column).map((row) => row.cold.requests + column.scripts.files), 0.5), 0);
  line('allers-retours, scripts', (column) => column.scripts.depth, 0);
  line('allers-retours, données, médiane', (column) => quantile(all(column).map((row) => row.cold.trips), 0.5), 0);
  line('allers-retours, données, au pire', (column) => quantile(all(column).map((row) => row.cold.trips), 1), 0);
  line('question suivante, octets, médiane', (column) => quantile(all(column).map((row) => row.next.wire), 0.5), 0);
  line('question suivante, octets, au pire', (column) => quantile(all(column).map((row) => row.next.wire), 1), 0);
  line('question suivante, requêtes, médiane', (column) => quantile(all(column).map((row) => row.next.requests), 0.5), 0);
  return lines.join('\n');
}

const mean = (list) => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
const quantile = (list, share) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))];
