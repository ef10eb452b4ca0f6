# Draws B.6-2.svg from B.6-2.tsv: gnuplot B.6-2.gp
if (!exists("drawn_by_lemmacheck")) { set terminal svg enhanced size 760,560 dynamic font 'DejaVu Sans,12' background '#ffffff'; set output "B.6-2.svg" }
set datafile separator "\t"
set datafile missing '?'
set encoding utf8
unset key
set tics nomirror front
set border 3 lc rgb '#444444'
set grid lc rgb '#dddddd' lt 1 lw 0.5
data = 'B.6-2.tsv'
set label 1 'B.6/2: P(the sign changes for some W and some delta'' within eps of delta)' at screen 0.02,0.965 left noenhanced
set label 2 'gamma = 0.05' at screen 0.02,0.925 left noenhanced textcolor rgb '#555555'
set multiplot
at(x,k) = x*exp((k-1.5)*4.796182e-02)
set xrange [1.897710e+01:1.032824e+03]
set logscale x
set xtics ('25' 2.500000e+01, '100' 1.000000e+02, '784' 7.840000e+02) noenhanced
set lmargin at screen 0.12
set rmargin at screen 0.71
set tmargin at screen 0.88
set bmargin at screen 0.12
set logscale y
set yrange [6.183212e-04:8.558928e-02]
clip(x) = x < 6.183212e-04 ? 6.183212e-04 : x > 8.558928e-02 ? 8.558928e-02 : x
set ytics ('0.001' 1.000000e-03, '0.002' 2.000000e-03, '0.005' 5.000000e-03, '0.01' 1.000000e-02, '0.02' 2.000000e-02, '0.05' 5.000000e-02) noenhanced
set ylabel 'probability' offset 1,0 noenhanced
set xlabel 'd, the dimension' noenhanced
set key at screen 0.99,0.88 right top Right samplen 2.6 spacing 1.25 font ',10' noenhanced
plot data index 0 using (at($1,0)):2 with linespoints lc rgb '#0072B2' lw 1.6 dt 1 pt 1 ps 0.4 notitle, \
    data index 0 using (at($1,0)):($10 == 0 && $11 == 1 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#0072B2' pt 7 ps 0.9 title 'm = 1e5, C0 = 1', \
    data index 0 using (at($1,0)):($10 == 1 && $11 == 1 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#0072B2' pt 6 ps 0.9 notitle, \
    data index 0 using (at($1,0)):($11 == 0 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#0072B2' pt 2 ps 0.9 notitle, \
    data index 1 using (at($1,1)):2 with linespoints lc rgb '#D55E00' lw 1.6 dt 1 pt 1 ps 0.4 notitle, \
    data index 1 using (at($1,1)):($10 == 0 && $11 == 1 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#D55E00' pt 5 ps 0.9 title 'm = 1e5, C0 = 10', \
    data index 1 using (at($1,1)):($10 == 1 && $11 == 1 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#D55E00' pt 4 ps 0.9 notitle, \
    data index 1 using (at($1,1)):($11 == 0 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#D55E00' pt 2 ps 0.9 notitle, \
    data index 2 using (at($1,2)):2 with linespoints lc rgb '#000000' lw 1.6 dt 1 pt 1 ps 0.4 notitle, \
    data index 2 using (at($1,2)):($10 == 0 && $11 == 1 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#000000' pt 9 ps 0.9 title 'm = 1e6, C0 = 1', \
    data index 2 using (at($1,2)):($10 == 1 && $11 == 1 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#000000' pt 8 ps 0.9 notitle, \
    data index 2 using (at($1,2)):($11 == 0 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#000000' pt 2 ps 0.9 notitle, \
    data index 3 using (at($1,3)):2 with linespoints lc rgb '#009E73' lw 1.6 dt 1 pt 1 ps 0.4 notitle, \
    data index 3 using (at($1,3)):($10 == 0 && $11 == 1 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#009E73' pt 11 ps 0.9 title 'm = 1e6, C0 = 10', \
    data index 3 using (at($1,3)):($10 == 1 && $11 == 1 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#009E73' pt 10 ps 0.9 notitle, \
    data index 3 using (at($1,3)):($11 == 0 ? $4 : 1/0):(clip($5)):(clip($6)) with yerrorbars lw 1 lc rgb '#009E73' pt 2 ps 0.9 notitle, \
    NaN with points pt 7 lc rgb '#777777' title 'probability', \
    NaN with lines lw 1.6 dt 1 lc rgb '#777777' title 'bound B.6/2'
unset multiplot
