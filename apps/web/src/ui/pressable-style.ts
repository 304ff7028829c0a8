/** React Aria writes a style element into the page, which the content security policy refuses. Its one rule stands in forms.css; a mark with the element's id tells it that there is nothing to write. */
const ID = 'react-aria-pressable-style';

if (document.getElementById(ID) === null) {
  const mark = document.createElement('meta');
  mark.id = ID;
  document.head.append(mark);
}
