package theme

import "charm.land/lipgloss/v2"

// Default is the name of the theme of the program.
const Default = "lifelog"

// Named are the themes that the program brings.
var Named = map[string]Scheme{
	Default: {
		Dark:  palette("#a4a8b4", "#737886", "#e8a26a", "#7fb0d0", "#93b77c", "#eb8f8f", "#343846", "#e8c66a", "#1b1c22", "#5a2a2e", "#26482c"),
		Light: palette("#5d616a", "#85888f", "#97460f", "#1f5f8b", "#3a6626", "#a82626", "#ece9e2", "#f5d96b", "#222222", "#f5cfcf", "#cdeac6"),
	},
	"sea": { // calm blues
		Dark:  palette("#a0aec2", "#6b7a90", "#7cb7e8", "#6cc7c1", "#8fc08a", "#eb9c9c", "#2a3b4f", "#f0cf7a", "#16202b", "#5a2a2e", "#26482c"),
		Light: palette("#4f5f74", "#7b899b", "#1f5f9e", "#0c6468", "#2c6635", "#a32d35", "#e3edf6", "#ffe08a", "#1c2733", "#f5cfcf", "#cdeac6"),
	},
	"paper": { // ink and sepia
		Dark:  palette("#b4a893", "#7f735f", "#d9b382", "#a9b3d6", "#a9b87a", "#e89c84", "#40372b", "#d8b25a", "#231d15", "#5a2a2e", "#26482c"),
		Light: palette("#635743", "#8f8068", "#84461b", "#4a5689", "#4f6026", "#962c20", "#efe6d3", "#f2d27a", "#2e251a", "#f5cfcf", "#cdeac6"),
	},
	"contrast": { // for tired eyes and bright rooms
		Dark:  palette("#d0d0d0", "#a8a8a8", "#ffd75f", "#8fdcff", "#b4ea96", "#ffb3b3", "#30305a", "#ffff00", "#000000", "#5a2a2e", "#26482c"),
		Light: palette("#303030", "#606060", "#6a2a00", "#00387a", "#1a4410", "#7a0010", "#d8e4ff", "#ffe600", "#000000", "#f5cfcf", "#cdeac6"),
	},
}

// names are the colours of a palette as a file of a theme names them.
var names = []string{"dim", "faint", "accent", "link", "good", "warn", "bar", "mark", "on_mark", "out", "in"}

// palette makes a palette of the colours, in the order of names.
func palette(colours ...string) Palette {
	var p Palette
	for i, name := range names {
		*p.colour(name) = lipgloss.Color(colours[i])
	}
	return p
}
