# Draws B.5-1-over-m.svg from B.5-1-over-m.tsv: gnuplot B.5-1-over-m.gp
if (!exists("drawn_by_lemmacheck")) { set terminal svg enhanced size 760,560 dynamic font 'DejaVu Sans,12' background '#ffffff'; set output "B.5-1-over-m.svg" }
set datafile separator "\t"
set datafile missing '?'
set encoding utf8
unset key
set tics nomirror front
set border 3 lc rgb '#444444'
set grid lc rgb '#dddddd' lt 1 lw 0.5
data = 'B.5-1-over-m.tsv'
set label 1 'B.5/1: sup over W of |f(x; a, W)|' at screen 0.02,0.965 left noenhanced
set label 2 'd = 10, gamma = 0.05, C0 = 2 to 4' at screen 0.02,0.925 left noenhanced textcolor rgb '#555555'
set multiplot
at(x,k) = x*exp((k-0.0)*3.859444e-02)
set xrange [1.281712e+01:3.195726e+02]
set logscale x
set xtics ('16' 1.600000e+01, '256' 2.560000e+02) noenhanced
set lmargin at screen 0.12
set rmargin at screen 0.71
set tmargin at screen 0.88
set bmargin at screen 0.42
set yrange [1.714347e+00:7.673943e+00]
clip(x) = x < 1.714347e+00 ? 1.714347e+00 : x > 7.673943e+00 ? 7.673943e+00 : x
set ylabel 'value (no unit)' offset 1,0 noenhanced
set xlabel ''
set format x ''
set key at screen 0.99,0.88 right top Right samplen 2.6 spacing 1.25 font ',10' noenhanced
plot data index 0 using (at($1,0)):2 with linespoints lc rgb '#0072B2' lw 1.6 dt 1 pt 1 ps 0.4 notitle, \
    data index 0 using (at($1,0)):3 with linespoints lc rgb '#0072B2' lw 1.6 dt 2 pt 1 ps 0.4 notitle, \
    data index 0 using (at($1,0)):($10 == 0 && $11 == 1 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#0072B2' pt 7 ps 0.9 notitle, \
    data index 0 using (at($1,0)):($10 == 1 && $11 == 1 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#0072B2' pt 6 ps 0.9 notitle, \
    data index 0 using (at($1,0)):($11 == 0 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#0072B2' pt 2 ps 0.9 notitle, \
    NaN with points pt 7 lc rgb '#777777' title 'quantile, limits', \
    NaN with lines lw 1.6 dt 1 lc rgb '#777777' title 'bound B.5/1', \
    NaN with lines lw 1.6 dt 2 lc rgb '#777777' title 'bound B.5/1+'
set lmargin at screen 0.12
set rmargin at screen 0.71
set tmargin at screen 0.36
set bmargin at screen 0.12
unset key
set logscale y
set yrange [1.000000e-03:2]
floor = 1.000000e-03
unset label 1
unset label 2
unset label 11
unset label 12
unset label 13
unset label 14
unset label 15
unset label 16
unset label 17
unset label 18
unset label 19
unset label 20
unset label 21
unset label 22
unset label 23
unset label 24
unset label 25
unset label 26
unset label 27
unset label 28
unset label 29
unset label 30
set format x '%g'
set format y '10^{%T}'
set ytics 1e1 enhanced
set ylabel 'P(violates)' offset 1,0 noenhanced
set xlabel 'm, the width (neurons)' noenhanced
up(x) = x < floor ? floor : x
set label 31 'symbol: upper limit' at screen 0.73,3.450000e-01 left font ',10' textcolor rgb '#444444' noenhanced
set label 32 'bar: to the lower limit' at screen 0.73,3.100000e-01 left font ',10' textcolor rgb '#444444' noenhanced
set label 33 'dotted: allowed' at screen 0.73,2.750000e-01 left font ',10' textcolor rgb '#444444' noenhanced
plot 5.000000e-02 with lines lc rgb '#444444' dt 3 lw 1.8, \
    data index 0 using (at($1,0)):(up($8)):(up($7)):(up($8)) with yerrorbars lc rgb '#0072B2' pt 7 ps 0.6 lw 1.4
unset multiplot
