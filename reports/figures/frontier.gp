# Draws frontier.svg from frontier.tsv: gnuplot frontier.gp
if (!exists("drawn_by_lemmacheck")) { set terminal svg enhanced size 760,560 dynamic font 'DejaVu Sans,12' background '#ffffff'; set output "frontier.svg" }
set datafile separator "\t"
set datafile missing '?'
set encoding utf8
set border 3 lc rgb '#444444'
set tics nomirror front
set label 1 'Theorem 3.1 with explicit constants: where a flip is certified' at screen 0.02,0.965 left noenhanced
set label 2 'gamma = 0.05, C0 = 1, C4 = 1' at screen 0.02,0.925 left noenhanced textcolor rgb '#555555'
set lmargin at screen 0.13
set rmargin at screen 0.96
set tmargin at screen 0.88
set bmargin at screen 0.12
set xrange [1:30]
set yrange [0:80]
set xlabel 'd, the dimension' noenhanced
set ylabel 'm, the width (neurons)' offset 1,0 noenhanced
set format x '10^{%g}'
set format y '10^{%g}'
set xtics 3 enhanced
set ytics 10 enhanced
set key at graph 0.99,0.02 bottom right Left reverse samplen 2 spacing 1.15 font ',9' noenhanced
data = 'frontier.tsv'
plot data using 1:6:7 with filledcurves fs pattern 4 fc rgb '#56B4E9' \
        title 'a flip is certified by the sharper constants (3.1/d+)', \
    data using 1:4:5 with filledcurves fs solid 0.55 fc rgb '#0072B2' title 'and by the paper''s own (3.1/d)', \
    data using 1:2 with lines lc rgb '#000000' lw 2 dt 1 title 'm = d^2.4, the least width of the theorem', \
    data using 1:3 with lines lc rgb '#D55E00' lw 2 dt 2 title 'm = exp(d^0.24), the largest; none up to d = 2.97e6'
