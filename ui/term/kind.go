package term

import "strings"

// Kind names the kind of terminal that the environment describes, as far as
// it tells: terminals of one kind draw text equally wide.
func Kind(getenv func(string) string) string {
	kind := []string{getenv("TERM"), getenv("TERM_PROGRAM"), getenv("TERM_PROGRAM_VERSION")}
	for _, name := range []string{"KITTY_WINDOW_ID", "WT_SESSION", "VTE_VERSION", "KONSOLE_VERSION", "ALACRITTY_WINDOW_ID", "TMUX", "STY"} {
		switch value := getenv(name); {
		case value == "":
		case strings.HasSuffix(name, "VERSION"):
			kind = append(kind, name+"="+value)
		default:
			kind = append(kind, name)
		}
	}
	return strings.Join(kind, " ")
}
