# Draws B.5-b.svg from B.5-b.tsv: gnuplot B.5-b.gp
if (!exists("drawn_by_lemmacheck")) { set terminal svg enhanced size 760,560 dynamic font 'DejaVu Sans,12' background '#ffffff'; set output "B.5-b.svg" }
set datafile separator "\t"
set datafile missing '?'
set encoding utf8
unset key
set tics nomirror front
set border 3 lc rgb '#444444'
set grid lc rgb '#dddddd' lt 1 lw 0.5
data = 'B.5-b.tsv'
set label 1 'B.5/b: sup over W of |f(x; a, W) - f(x; a, W0)|' at screen 0.02,0.965 left noenhanced
set label 2 'd = 784, gamma = 0.05' at screen 0.02,0.925 left noenhanced textcolor rgb '#555555'
set multiplot
at(x,k) = x*exp((k-1.0)*4.170059e-02)
set xrange [3.934482e-01:1.270815e+01]
set logscale x
set xtics ('0.5' 5.000000e-01, '1' 1.000000e+00, '10' 1.000000e+01) noenhanced
set lmargin at screen 0.12
set rmargin at screen 0.71
set tmargin at screen 0.88
set bmargin at screen 0.12
set logscale y
set yrange [1.607544e-01:1.600000e+01]
clip(x) = x < 1.607544e-01 ? 1.607544e-01 : x > 1.600000e+01 ? 1.600000e+01 : x
set ytics ('0.2' 2.000000e-01, '0.5' 5.000000e-01, '1' 1.000000e+00, '2' 2.000000e+00, '5' 5.000000e+00, '10' 1.000000e+01) noenhanced
set ylabel 'value (no unit)' offset 1,0 noenhanced
set xlabel 'C0, the lazy constant (no unit)' noenhanced
set key at screen 0.99,0.88 right top Right samplen 2.6 spacing 1.25 font ',10' noenhanced
plot data index 0 using (at($1,0)):2 with linespoints lc rgb '#0072B2' lw 1.6 dt 1 pt 1 ps 0.4 notitle, \
    data index 0 using (at($1,0)):($10 == 0 && $11 == 1 ? $4 : 1/0) with points lc rgb '#0072B2' pt 7 ps 0.9 title 'm = 1', \
    data index 0 using (at($1,0)):($10 == 1 && $11 == 1 ? $4 : 1/0) with points lc rgb '#0072B2' pt 6 ps 0.9 notitle, \
    data index 0 using (at($1,0)):($11 == 0 ? $4 : 1/0) with points lc rgb '#0072B2' pt 2 ps 0.9 notitle, \
    data index 1 using (at($1,1)):2 with linespoints lc rgb '#D55E00' lw 1.6 dt 1 pt 1 ps 0.4 notitle, \
    data index 1 using (at($1,1)):($10 == 0 && $11 == 1 ? $4 : 1/0) with points lc rgb '#D55E00' pt 5 ps 0.9 title 'm = 100', \
    data index 1 using (at($1,1)):($10 == 1 && $11 == 1 ? $4 : 1/0) with points lc rgb '#D55E00' pt 4 ps 0.9 notitle, \
    data index 1 using (at($1,1)):($11 == 0 ? $4 : 1/0) with points lc rgb '#D55E00' pt 2 ps 0.9 notitle, \
    data index 2 using (at($1,2)):2 with linespoints lc rgb '#000000' lw 1.6 dt 1 pt 1 ps 0.4 notitle, \
    data index 2 using (at($1,2)):($10 == 0 && $11 == 1 ? $4 : 1/0) with points lc rgb '#000000' pt 9 ps 0.9 title 'm = 1e4', \
    data index 2 using (at($1,2)):($10 == 1 && $11 == 1 ? $4 : 1/0) with points lc rgb '#000000' pt 8 ps 0.9 notitle, \
    data index 2 using (at($1,2)):($11 == 0 ? $4 : 1/0) with points lc rgb '#000000' pt 2 ps 0.9 notitle, \
    NaN with points pt 7 lc rgb '#777777' title 'largest value', \
    NaN with lines lw 1.6 dt 1 lc rgb '#777777' title 'bound B.5/b'
unset multiplot
