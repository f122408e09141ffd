// Package term is the terminal itself, as the screens never see it: what the
// user types on its way in, the frames on their way out, the clipboard beside
// it, and the questions a terminal has to answer about how wide it draws text.
//
// Bubble Tea stands between this package and the screens. [Input] and [Output]
// wrap the two files it is given; they repair what it would lose on the way in
// and leave out what it would repeat on the way out. A program that Bubble Tea
// starts in between (tea.ExecProcess, $EDITOR) has to be given os.Stdin and
// os.Stdout in its exec.Cmd: it would get these wrappers as pipes and see no
// terminal.
package term
