// Package reader shows an entry rendered. A text is parsed once into a
// Document; a Renderer lays it out block by block, only what is seen; a Reader
// is the screen: it scrolls, finds words, walks links and headings.
//
// Blocks are read and set by this package, so that lines break by Japanese
// rules and hang under their bullets and quote bars. What stands inside a
// leaf (paragraph, heading, code, table cell) is styled by Glamour with its
// wrapping off, so that its themes work. Text is made safe before Glamour,
// its output goes through the white list of cell.Parse after.
package reader
