// Package cell is the one ruler of the program: it knows how text falls into grapheme clusters, how many terminal cells a
// cluster takes, where a line of Japanese, English or mixed text may be broken, and what must never reach a terminal.
//
// Offsets are bytes, widths are terminal cells. Text is measured and broken as [CleanLine] would show it: a control
// character counts as its visible mark, a line feed as one space, and a tab as four, wherever it
// stands: at the start of a line, where tabs are written, that is what stops would give.
package cell
