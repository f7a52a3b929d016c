/** Days as all the charts here write them. */
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export function dayOf(time) {
  const day = new Date(time);
  return `${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}
